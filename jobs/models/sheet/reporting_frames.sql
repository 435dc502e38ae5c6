-- of: year
-- What KPIs say of the places in reporting frames that they feed, for the organisation and the year
-- up to the computed month: ESRS, GHG Protocol, ISO 50001, SDG … A KPI without a value has the
-- reason. The EU list for data centres is a sheet of its own.
-- grain: one row per frame, reference and KPI with a figure of the organisation
select
    period.month,
    kpi_frames.frame,
    kpi_frames.reference,
    kpi_frames.title_en,
    kpi_frames.title_nl,
    kpi_frames.title_fr,
    kpi_values.kpi_id,
    kpi_values.value,
    kpi_values.unit,
    kpi_values.coverage,
    kpi_values.measured_share,
    kpi_values.reason,
    kpi_values.factor_ids,
    month(period.first_on) = 12 as is_whole_year,
    kpi_frames.grade,
    kpi_frames.source
from period
inner join kpi_values
    on kpi_values.month = period.month
    and kpi_values.period = 'year_to_date'
    and kpi_values.scope_kind = 'organisation'
inner join kpi_frames using (kpi_id)
where kpi_frames.frame <> 'EED'
