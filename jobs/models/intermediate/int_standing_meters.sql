-- Which meters of hourly_energy stand, one below the other, from one change to the next: in the
-- month and the eleven before it. stream says what comes into a room or a site, or leaves it:
-- feeds, solar panels (pv), fuel and what a generator makes of it, bought cold, what is fed into
-- the grid (export); null for what is used within.
-- grain: one row per from_at and meter_id
with meter_months as (
    select
        hourly_energy.meter_id,
        hourly_energy.role,
        hourly_energy.room_id,
        hourly_energy.site_id,
        min(hourly_energy.started_at) as from_at,
        add_seconds(max(hourly_energy.started_at), 3600) as until_at
    from hourly_energy
    cross join period
    where hourly_energy.month <= period.month
        and hourly_energy.month >= month_of(add_months(period.first_on, -11))
    group by
        hourly_energy.month,
        hourly_energy.meter_id,
        hourly_energy.role,
        hourly_energy.room_id,
        hourly_energy.site_id
),
meter_rows as (
    select
        meter_id,
        parent_meter_id,
        start_of_day(valid_from) as from_at,
        start_of_day(add_days(valid_to, 1)) as until_at
    from meters
),
changes as (
    select
        from_at as changed_at
    from meter_months
    union
    select
        until_at as changed_at
    from meter_months
    union
    select
        from_at as changed_at
    from meter_rows
),
stretches as (
    select
        changed_at as from_at,
        lead(changed_at) over (order by changed_at) as until_at
    from changes
)
select
    stretches.from_at,
    stretches.until_at,
    meter_months.meter_id,
    meter_rows.parent_meter_id,
    meter_months.role,
    case
        when meter_months.role in ('site_total', 'room_total') then 'feed'
        when meter_months.role in ('fuel', 'generator') then 'fuel'
        when meter_months.role = 'chilled_water' then 'cold'
        when meter_months.role in ('pv', 'export') then meter_months.role
    end as stream,
    meter_months.room_id,
    meter_months.site_id
from stretches
inner join meter_months
    on meter_months.from_at <= stretches.from_at
    and meter_months.until_at > stretches.from_at
left join meter_rows
    on meter_rows.meter_id = meter_months.meter_id
    and meter_rows.from_at <= stretches.from_at
    and (meter_rows.until_at is null or meter_rows.until_at > stretches.from_at)
