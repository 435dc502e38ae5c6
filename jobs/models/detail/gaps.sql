-- Gaps of meters of energy: stretches of which no reading tells all, from row_key to column_key,
-- longer than shortest_gap of config/thresholds.csv. value are the hours of the month that are not
-- known in a stretch, without those between in which something is; coverage is the share of them
-- that is estimated. A gap that began in the month before is told from its beginning. note is the
-- cause in config/events.csv: what was noted of the meter in the time of the gap or else, behind
-- the meter's name, of another one in its room or on its site. mark is the role of the meter.
-- grain: meter
-- picture: list
-- rows: instant
-- columns: instant
-- figure: metering_coverage
with meter_hours as (
    select
        hourly_energy.month,
        hourly_energy.meter_id,
        hourly_energy.started_at,
        max(hourly_energy.role) as role,
        max(hourly_energy.room_id) as room_id,
        max(hourly_energy.site_id) as site_id,
        min(hourly_energy.covered_s) as covered_s,
        case
            when max(settings.gap_estimate_most_share) is null then 0
            else least(max(hourly_energy.estimated_s), min(hourly_energy.covered_s))
        end as completed_s
    from hourly_energy
    cross join period
    cross join settings
    where hourly_energy.month >= month_of(add_months(period.first_on, -1))
        and hourly_energy.month <= period.month
        and hourly_energy.started_at < period.known_until_at
    group by
        hourly_energy.month,
        hourly_energy.meter_id,
        hourly_energy.started_at
),
unknown_hours as (
    select
        month,
        meter_id,
        started_at,
        role,
        room_id,
        site_id,
        completed_s,
        3600 - covered_s + completed_s as unknown_s,
        case
            when started_at
                = add_seconds(
                    lag(started_at) over (
                        partition by meter_id
                        order by started_at
                    ),
                    3600
                )
                then 0
            else 1
        end as is_first
    from meter_hours
    where covered_s - completed_s < 3600
),
numbered_hours as (
    select
        month,
        meter_id,
        started_at,
        role,
        room_id,
        site_id,
        completed_s,
        unknown_s,
        sum(is_first) over (
            partition by meter_id
            order by started_at
            rows between unbounded preceding and current row
        ) as gap_number
    from unknown_hours
),
stretches as (
    -- What is known of the first hour lies before the gap, and of the last one behind it.
    select
        numbered_hours.meter_id,
        numbered_hours.gap_number,
        max_by(numbered_hours.role, numbered_hours.started_at) as role,
        max_by(numbered_hours.room_id, numbered_hours.started_at) as room_id,
        max_by(numbered_hours.site_id, numbered_hours.started_at) as site_id,
        min(numbered_hours.started_at) as first_hour_at,
        add_seconds(
            min(numbered_hours.started_at),
            case
                when count(*) > 1
                    then 3600 - min_by(numbered_hours.unknown_s, numbered_hours.started_at)
                else 0
            end
        ) as from_at,
        add_seconds(
            max(numbered_hours.started_at),
            case
                when count(*) > 1
                    then max_by(numbered_hours.unknown_s, numbered_hours.started_at)
                else 3600
            end
        ) as until_at,
        sum(
            case when numbered_hours.month = period.month then numbered_hours.unknown_s else 0 end
        ) as unknown_s,
        sum(
            case when numbered_hours.month = period.month then numbered_hours.completed_s else 0 end
        ) as completed_s
    from numbered_hours
    cross join period
    group by
        numbered_hours.meter_id,
        numbered_hours.gap_number
),
gaps as (
    select
        stretches.meter_id,
        stretches.gap_number,
        stretches.role,
        stretches.room_id,
        stretches.site_id,
        stretches.first_hour_at,
        stretches.from_at,
        stretches.until_at,
        stretches.unknown_s,
        stretches.completed_s
    from stretches
    left join int_thresholds
        on int_thresholds.threshold = 'shortest_gap'
    where stretches.unknown_s > coalesce(int_thresholds.value * 3600, 0)
),
places as (
    select
        meter_id,
        max(room_id) as room_id,
        max(site_id) as site_id
    from meters
    group by meter_id
),
causes as (
    select
        gaps.meter_id,
        gaps.gap_number,
        case
            when meter_events.meter_id = gaps.meter_id then meter_events.note
            else concat(meter_events.meter_id, ': ', meter_events.note)
        end as note,
        row_number() over (
            partition by gaps.meter_id, gaps.gap_number
            order by
                case when meter_events.meter_id = gaps.meter_id then 0 else 1 end,
                case when places.room_id = gaps.room_id then 0 else 1 end,
                meter_events.happened_at,
                meter_events.event_id
        ) as nearness
    from gaps
    inner join meter_events
        on meter_events.happened_at >= gaps.first_hour_at
        and meter_events.happened_at <= gaps.until_at
        and meter_events.note <> ''
        and meter_events.kind in ('note', 'replacement')
    inner join places
        on places.meter_id = meter_events.meter_id
    where places.meter_id = gaps.meter_id
        or places.room_id = gaps.room_id
        or places.site_id = gaps.site_id
)
select
    period.month,
    'meter' as scope_kind,
    gaps.meter_id as scope_id,
    instant_text(gaps.from_at) as row_key,
    cast(
        row_number() over (
            order by
                gaps.from_at,
                gaps.meter_id
        ) as bigint
    ) as row_order,
    instant_text(gaps.until_at) as column_key,
    0 as column_order,
    decimal_6(cast(gaps.unknown_s as double) / 3600) as value,
    'h' as unit,
    cast(gaps.completed_s as double) / gaps.unknown_s as coverage,
    cast(null as varchar) as reason,
    gaps.role as mark,
    causes.note
from gaps
cross join period
left join causes
    on causes.meter_id = gaps.meter_id
    and causes.gap_number = gaps.gap_number
    and causes.nearness = 1
