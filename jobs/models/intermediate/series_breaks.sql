-- Breaks in the series of KPIs that begin in the computed month: from happened_on on, a KPI is
-- measured in another way than before, so that the two sides compare roughly only.
-- print_log_style: a log began or ceased to tell the copies, for most jobs of the five days with
-- jobs before and of the five from then on, so that one odd day is no break.
-- meter_replaced: another device or another key measures the same place.
-- grain: one row per kpi_id, cause, subject_id and happened_on
-- materialise: month
with styled_days as (
    select
        month,
        definition,
        day_on,
        2 * counted_job_count >= job_count as is_counted,
        2 * lag(counted_job_count) over day_order >= lag(job_count) over day_order as was_counted,
        2 * sum(counted_job_count) over days_before >= sum(job_count) over days_before
            as was_mostly_counted,
        2 * sum(counted_job_count) over days_after >= sum(job_count) over days_after
            as is_mostly_counted
    from print_log_days
    window
        day_order as (
            partition by definition
            order by day_on
        ),
        days_before as (
            partition by definition
            order by day_on
            rows between 5 preceding and 1 preceding
        ),
        days_after as (
            partition by definition
            order by day_on
            rows between current row and 4 following
        )
),
print_kpis as (
    select 'duplex_ratio' as kpi_id
    union all
    select 'sheets' as kpi_id
    union all
    select 'sheets_per_fte' as kpi_id
    union all
    select 'paper_co2e' as kpi_id
),
meter_changes as (
    select
        meter_events.meter_id,
        local_date(meter_events.happened_at) as happened_on
    from meter_events
    where meter_events.kind = 'replacement'
    union
    select
        meters.meter_id,
        meters.valid_from as happened_on
    from meters
    inner join meters as earlier_meters
        on earlier_meters.meter_id = meters.meter_id
        and earlier_meters.valid_from < meters.valid_from
),
meter_roles as (
    select
        meter_id,
        min(role) as role
    from meters
    group by meter_id
),
role_kpis as (
    select 'room_total' as role, 'dc_energy_total' as kpi_id
    union all
    select 'room_total' as role, 'pue_interim' as kpi_id
    union all
    select 'room_total' as role, 'pue_annual' as kpi_id
    union all
    select 'it' as role, 'it_energy' as kpi_id
    union all
    select 'it' as role, 'pue_interim' as kpi_id
    union all
    select 'it' as role, 'pue_annual' as kpi_id
)
select
    period.month,
    print_kpis.kpi_id,
    'print_log_style' as cause,
    styled_days.definition as subject_id,
    styled_days.day_on as happened_on
from styled_days
inner join period using (month)
cross join print_kpis
where styled_days.is_counted <> styled_days.was_counted
    and styled_days.is_mostly_counted <> styled_days.was_mostly_counted
    and styled_days.is_counted = styled_days.is_mostly_counted
union all
select
    period.month,
    role_kpis.kpi_id,
    'meter_replaced' as cause,
    meter_changes.meter_id as subject_id,
    meter_changes.happened_on
from meter_changes
inner join period
    on meter_changes.happened_on >= period.first_on
    and meter_changes.happened_on <= period.last_on
inner join meter_roles
    on meter_roles.meter_id = meter_changes.meter_id
inner join role_kpis
    on role_kpis.role = meter_roles.role
