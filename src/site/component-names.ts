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
  'Tool',
  'WithNewsletter',
] as const;
