-- Sheets per FTE of each department. What would speak of few people has a reason in the place of
-- the value: this sees only values that are told.
-- grain: organisation
-- picture: bars
-- rows: department
-- columns: kpi
-- figure: sheets_per_fte
select
    kpi_values.month,
    'organisation' as scope_kind,
    'all' as scope_id,
    kpi_values.scope_id as row_key,
    0 as row_order,
    kpi_values.kpi_id as column_key,
    0 as column_order,
    decimal_6(kpi_values.value) as value,
    kpi_values.unit,
    kpi_values.coverage,
    kpi_values.reason,
    cast(null as varchar) as mark,
    cast(null as varchar) as note
from kpi_values
inner join period using (month)
where kpi_values.kpi_id = 'sheets_per_fte'
    and kpi_values.scope_kind = 'department'
    and kpi_values.period = 'month'
