import MarginFigure from '../articles/MarginFigure.astro';
import Chart from '../charts/Chart.astro';
import Checked from '../law/Checked.astro';
import Message from '../messages/Message.astro';
import QuizNotice from '../quiz/Notice.astro';
import Contact from '../ui/Contact.astro';
import Tool from './ToolEmbed.astro';

/** What writers may use in MDX without importing anything. */
export const components = { Chart, Checked, Contact, MarginFigure, Message, QuizNotice, Tool };
