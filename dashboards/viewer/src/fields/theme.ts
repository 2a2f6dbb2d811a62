import { createTheme } from '@grafana/data';

/** Grafana's dark theme: the names of colours in a board mean on the wall what they mean in Grafana. */
export const theme = createTheme({ colors: { mode: 'dark' } });

/** A colour of a board (a name of Grafana's palette, a hex number, an rgb()) as CSS takes it. */
export const colour = (name: string) => theme.visualization.getColorByName(name);
