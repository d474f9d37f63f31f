/** The work that most of the family goes back to. */
export const shazeer = {
  authors: 'Shazeer',
  title: 'GLU variants improve transformer',
  year: 2020,
  url: 'https://arxiv.org/abs/2002.05202',
};
