-- What is said of the coverage of an indicator, of any of them: enterprises were the first, and receipts, the air, departments and formulas came after them.

ALTER TABLE pennant.indicator_log
    COMMENT COLUMN value 'Value in the measure, not rounded',
    COMMENT COLUMN base 'What growth is counted on, in the measure, not rounded: the comparable value of the year before; null where there is none',
    COMMENT COLUMN reported 'How many of those expected are in it: enterprises or stores of the roster, valid days of the air, parts or inputs',
    COMMENT COLUMN expected 'How many should be: enterprises or stores of the roster, days of the period, parts or inputs',
    COMMENT COLUMN status 'complete when the period is over and as many are in it as are needed (all, of days of the air as many as its standard asks for), else provisional',
    COMMENT COLUMN synthetic 'Whether anything made up is in it';

ALTER TABLE pennant.indicator_latest
    COMMENT COLUMN value 'Value in the measure, not rounded',
    COMMENT COLUMN base 'What growth is counted on, in the measure, not rounded: the comparable value of the year before; null where there is none',
    COMMENT COLUMN reported 'How many of those expected are in it: enterprises or stores of the roster, valid days of the air, parts or inputs',
    COMMENT COLUMN expected 'How many should be: enterprises or stores of the roster, days of the period, parts or inputs',
    COMMENT COLUMN status 'complete when the period is over and as many are in it as are needed (all, of days of the air as many as its standard asks for), else provisional',
    COMMENT COLUMN synthetic 'Whether anything made up is in it';

ALTER TABLE pennant.indicator_log_to_latest
    COMMENT COLUMN value 'Value in the measure, not rounded',
    COMMENT COLUMN base 'What growth is counted on, in the measure, not rounded: the comparable value of the year before; null where there is none',
    COMMENT COLUMN reported 'How many of those expected are in it: enterprises or stores of the roster, valid days of the air, parts or inputs',
    COMMENT COLUMN expected 'How many should be: enterprises or stores of the roster, days of the period, parts or inputs',
    COMMENT COLUMN status 'complete when the period is over and as many are in it as are needed (all, of days of the air as many as its standard asks for), else provisional',
    COMMENT COLUMN synthetic 'Whether anything made up is in it';

ALTER TABLE pennant.indicators
    COMMENT COLUMN value 'Value in the measure, not rounded',
    COMMENT COLUMN base 'What growth is counted on, in the measure, not rounded: the comparable value of the year before; null where there is none',
    COMMENT COLUMN reported 'How many of those expected are in it: enterprises or stores of the roster, valid days of the air, parts or inputs',
    COMMENT COLUMN expected 'How many should be: enterprises or stores of the roster, days of the period, parts or inputs',
    COMMENT COLUMN status 'complete when the period is over and as many are in it as are needed (all, of days of the air as many as its standard asks for), else provisional',
    COMMENT COLUMN synthetic 'Whether anything made up is in it';

ALTER TABLE pennant.indicators_history
    COMMENT COLUMN value 'Value in the measure, not rounded',
    COMMENT COLUMN base 'What growth is counted on, in the measure, not rounded: the comparable value of the year before; null where there is none',
    COMMENT COLUMN reported 'How many of those expected are in it: enterprises or stores of the roster, valid days of the air, parts or inputs',
    COMMENT COLUMN expected 'How many should be: enterprises or stores of the roster, days of the period, parts or inputs',
    COMMENT COLUMN status 'complete when the period is over and as many are in it as are needed (all, of days of the air as many as its standard asks for), else provisional',
    COMMENT COLUMN synthetic 'Whether anything made up is in it';
