-- Warm air that gets back to the inlet of racks.
-- grain: room
-- source: Dutch recognised measure FI6
-- grade: A
-- thresholds: inlet_spread
with told_values as (
    select
        'room' as scope_kind,
        inlet_meters.room_id as scope_id,
        count(kpi_values.value) as sensor_count,
        max(kpi_values.value) - min(kpi_values.value) as spread_k,
        max(kpi_values.value) as warmest_c,
        min(kpi_values.coverage) as coverage
    from kpi_values
    inner join period using (month)
    inner join (
        select
            meter_id,
            max(room_id) as room_id
        from meters
        where role = 'inlet'
        group by meter_id
    ) as inlet_meters
        on inlet_meters.meter_id = kpi_values.scope_id
    where kpi_values.scope_kind = 'meter'
        and kpi_values.kpi_id = 'inlet_temp_mean'
        and kpi_values.period = 'month'
    group by inlet_meters.room_id
),
bounds as (
    select max(case when threshold = 'inlet_spread' then value end) as most_k
    from int_thresholds
),
judged_scopes as (
    select
        period.month,
        int_judged_rooms.scope_kind,
        int_judged_rooms.scope_id,
        case
            when bounds.most_k is null then 'threshold'
            when coalesce(told_values.sensor_count, 0) < 2 and recorded_facts.value is null
                then 'inlet_sensors_or_record'
        end as missing,
        coalesce(told_values.sensor_count >= 2 and told_values.spread_k > bounds.most_k, false)
        or coalesce(recorded_facts.value = 'yes', false) as is_found,
        case when told_values.sensor_count >= 2 then told_values.spread_k end as spread_k,
        bounds.most_k,
        coalesce(told_values.sensor_count, 0) as sensor_count,
        case recorded_facts.value when 'yes' then 1 when 'no' then 0 end as is_recorded,
        told_values.coverage
    from int_judged_rooms
    cross join period
    cross join bounds
    left join told_values
        on told_values.scope_kind = int_judged_rooms.scope_kind
        and told_values.scope_id = int_judged_rooms.scope_id
    left join int_room_facts as recorded_facts
        on recorded_facts.room_id = int_judged_rooms.scope_id
        and recorded_facts.fact = 'air_mixes'
)
select
    month,
    scope_kind,
    scope_id,
    case
        when missing is not null then 'cannot_be_judged'
        when is_found then 'found'
        else 'not_found'
    end as outcome,
    missing,
    'inlet_spread' as fact_1,
    cast(spread_k as decimal(18, 6)) as value_1,
    'K' as unit_1,
    'most_inlet_spread' as fact_2,
    cast(most_k as decimal(18, 6)) as value_2,
    'K' as unit_2,
    'inlet_sensors' as fact_3,
    cast(sensor_count as decimal(18, 6)) as value_3,
    'sensors' as unit_3,
    'recorded_mixing' as fact_4,
    cast(is_recorded as decimal(18, 6)) as value_4,
    'flag' as unit_4,
    cast(null as decimal(18, 6)) as kwh_low,
    cast(null as decimal(18, 6)) as kwh_high,
    cast(null as decimal(18, 6)) as eur_low,
    cast(null as decimal(18, 6)) as eur_high,
    cast(null as decimal(18, 6)) as kgco2e_low,
    cast(null as decimal(18, 6)) as kgco2e_high,
    coverage
from judged_scopes
