/** What writers may use in MDX without importing anything. */
export const COMPONENT_NAMES = [
  'Author',
  'Chart',
  'Checked',
  'Contact',
  'Figures',
  'MarginFigure',
  'Message',
  'NoticeByPlace',
  'QuizNotice',
  'SiteName',
  'Term',
  'Tool',
  'WithNewsletter',
] as const;
