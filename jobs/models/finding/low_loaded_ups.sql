-- An uninterruptible power supply that loses more than it has to.
-- grain: meter
-- source: Dutch recognised measure FI3: load below 30 %, efficiency of 96 %
-- grade: A
-- thresholds: eml_ups_load, eml_ups_efficiency, year_hours
-- values: ups_efficiency month, ups_load month
-- facts: ups_efficiency share, aimed_efficiency share, ups_load share, ups_loss_of_a_year kWh
-- saves: kwh
with metered_ups as (
    select
        kpi_values.scope_kind,
        kpi_values.scope_id
    from kpi_values
    inner join period using (month)
    where kpi_values.scope_kind = 'meter'
        and kpi_values.kpi_id = 'ups_efficiency'
        and kpi_values.period = 'month'
),
ups_scopes as (
    select
        scope_kind,
        scope_id
    from metered_ups
    union all
    select
        'organisation' as scope_kind,
        'all' as scope_id
    from (select count(*) as ups_count from metered_ups) as ups_counts
    where ups_count = 0
),
output_meters as (
    select
        parent_meter_id,
        meter_id
    from meters
    cross join period
    where parent_meter_id is not null
        and valid_from <= period.last_on
        and (valid_to is null or valid_to >= period.last_on)
    group by
        parent_meter_id,
        meter_id
),
ups_loads as (
    -- The load of each UPS is known by the meters of its output, which have its rating.
    select
        output_meters.parent_meter_id,
        cast(sum(told.ups_load_numerator) as double)
        / nullif(sum(told.ups_load_denominator), 0) as load_share
    from output_meters
    inner join told
        on told.scope_kind = 'meter'
        and told.scope_id = output_meters.meter_id
    group by output_meters.parent_meter_id
),
ups_years as (
    -- What the known hours of the month tell of a year.
    select
        told.scope_kind,
        told.scope_id,
        cast(told.ups_efficiency_denominator as double) as in_kwh,
        cast(told.ups_efficiency_numerator as double) as out_kwh,
        bounds.year_hours / (days_between(period.first_on, period.last_on) + 1) / 24
        / nullif(told.coverage, 0) as per_year
    from told
    cross join period
    cross join bounds
)
select
    ups_scopes.scope_kind,
    ups_scopes.scope_id,
    case
        when told.ups_efficiency is null then 'ups_input_and_output'
        when told.ups_efficiency >= bounds.eml_ups_efficiency and ups_loads.load_share is null
            then 'ups_rating'
    end as missing,
    case
        when told.ups_efficiency is not null
            then told.ups_efficiency < bounds.eml_ups_efficiency
                or ups_loads.load_share < bounds.eml_ups_load
    end as is_found,
    told.ups_efficiency,
    bounds.eml_ups_efficiency as aimed_efficiency,
    ups_loads.load_share as ups_load,
    (ups_years.in_kwh - ups_years.out_kwh) * ups_years.per_year as ups_loss_of_a_year,
    -- At least what an efficient one would lose less, at most all that this one loses.
    greatest(ups_years.in_kwh - ups_years.out_kwh / nullif(bounds.eml_ups_efficiency, 0), 0)
    * ups_years.per_year as kwh_low,
    (ups_years.in_kwh - ups_years.out_kwh) * ups_years.per_year as kwh_high,
    told.coverage
from ups_scopes
cross join bounds
left join told
    on told.scope_kind = ups_scopes.scope_kind
    and told.scope_id = ups_scopes.scope_id
left join ups_years
    on ups_years.scope_kind = ups_scopes.scope_kind
    and ups_years.scope_id = ups_scopes.scope_id
left join ups_loads
    on ups_loads.parent_meter_id = ups_scopes.scope_id
