
SELECT aqis
FROM judged_hours
WHERE unit = {unit:String}
