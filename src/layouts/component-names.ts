/** What writers may use in MDX without importing anything. */
export const COMPONENT_NAMES = [
  'Chart',
  'Checked',
  'Contact',
  'MarginFigure',
  'Message',
  'NoticeByPlace',
  'QuizNotice',
  'Tool',
] as const;
