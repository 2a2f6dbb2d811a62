/** The types of Grafana that boards have to meet, in one place, so that one run of the schema generator sees them all. */
import type * as barChart from '@grafana/schema/dist/esm/raw/composable/barchart/panelcfg/x/BarChartPanelCfg_types.gen';
import type * as barGauge from '@grafana/schema/dist/esm/raw/composable/bargauge/panelcfg/x/BarGaugePanelCfg_types.gen';
import type * as gauge from '@grafana/schema/dist/esm/raw/composable/gauge/panelcfg/x/GaugePanelCfg_types.gen';
import type * as pieChart from '@grafana/schema/dist/esm/raw/composable/piechart/panelcfg/x/PieChartPanelCfg_types.gen';
import type * as stat from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen';
import type * as stateTimeline from '@grafana/schema/dist/esm/raw/composable/statetimeline/panelcfg/x/StateTimelinePanelCfg_types.gen';
import type * as table from '@grafana/schema/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen';
import type * as text from '@grafana/schema/dist/esm/raw/composable/text/panelcfg/x/TextPanelCfg_types.gen';
import type * as timeSeries from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';
import type * as dashboard from '@grafana/schema/dist/esm/raw/dashboard/x/Dashboard_types.gen';

export interface Contract {
  dashboard: dashboard.Dashboard;
  panel: dashboard.Panel;
  variable: dashboard.VariableModel;
  options: {
    stat: stat.Options;
    gauge: gauge.Options;
    bargauge: barGauge.Options;
    table: table.Options;
    timeseries: timeSeries.Options;
    barchart: barChart.Options;
    piechart: pieChart.Options;
    text: text.Options;
    'state-timeline': stateTimeline.Options;
  };
  custom: {
    table: table.FieldConfig;
    timeseries: timeSeries.FieldConfig;
    barchart: barChart.FieldConfig;
    piechart: pieChart.FieldConfig;
    'state-timeline': stateTimeline.FieldConfig;
  };
}
