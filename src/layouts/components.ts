import MarginFigure from '../articles/MarginFigure.astro';
import Chart from '../charts/Chart.astro';
import Figures from '../figures/Figures.astro';
import Term from '../glossary/Term.astro';
import Checked from '../law/Checked.astro';
import Message from '../messages/Message.astro';
import WithNewsletter from '../newsletter/WithNewsletter.astro';
import NoticeByPlace from '../plan/places/NoticeByPlace.astro';
import QuizNotice from '../quiz/Notice.astro';
import type { COMPONENT_NAMES } from '../site/component-names.ts';
import Author from '../ui/Author.astro';
import Contact from '../ui/Contact.astro';
import SiteName from '../ui/SiteName.astro';
import Tool from './ToolEmbed.astro';

/** What stands behind each name that writers may use in MDX. */
export const components = {
  Author,
  Chart,
  Checked,
  Contact,
  Figures,
  MarginFigure,
  Message,
  NoticeByPlace,
  QuizNotice,
  SiteName,
  Term,
  Tool,
  WithNewsletter,
} satisfies Record<(typeof COMPONENT_NAMES)[number], unknown>;
