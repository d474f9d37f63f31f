/** Works that several members of the family go back to. */
export const bridle = {
  authors: 'Bridle',
  title: 'Probabilistic interpretation of feedforward classification network outputs',
  year: 1990,
};
export const blanchard = {
  authors: 'Blanchard, Higham, Higham',
  title: 'Accurately computing the log-sum-exp and softmax functions',
  year: 2021,
  url: 'https://doi.org/10.1093/imanum/draa038',
};
export const notebook = {
  authors: 'teaching notebooks',
  title: 'Deep learning from scratch, by hand in NumPy',
  year: 2016,
};
