import MarginFigure from '../articles/MarginFigure.astro';
import Chart from '../charts/Chart.astro';
import Checked from '../law/Checked.astro';
import Message from '../messages/Message.astro';
import NoticeByPlace from '../plan/places/NoticeByPlace.astro';
import QuizNotice from '../quiz/Notice.astro';
import Contact from '../ui/Contact.astro';
import type { COMPONENT_NAMES } from './component-names.ts';
import Tool from './ToolEmbed.astro';

/** What stands behind each name that writers may use in MDX. */
export const components = {
  Chart,
  Checked,
  Contact,
  MarginFigure,
  Message,
  NoticeByPlace,
  QuizNotice,
  Tool,
} satisfies Record<(typeof COMPONENT_NAMES)[number], unknown>;
