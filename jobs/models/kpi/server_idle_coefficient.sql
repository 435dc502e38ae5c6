-- unit: share
-- decimals: 3
-- better: lower
-- grain: organisation
-- numerator-unit: kWh
-- denominator-unit: kWh
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- grade: P
-- practices: fewer-servers, server-room-monitoring
-- frames: EU Code of Conduct
with it_hours as (
    select
        floor(
            micros_between(period.started_at, int_room_hours.started_at) / 3600000000
        ) as hour_number,
        cast(sum(int_room_hours.it_wh) as double) as it_wh,
        cast(sum(int_room_hours.it_measured_wh) as double) as it_measured_wh
    from int_room_hours
    inner join period using (month)
    where int_room_hours.has_it_meter
    group by
        floor(micros_between(period.started_at, int_room_hours.started_at) / 3600000000)
    having count(*) = count(int_room_hours.it_wh)
),
work_hours as (
    select
        int_server_hours.hour_number,
        count(*) as server_count,
        count(
            case when int_server_hours.cpu_share < int_thresholds.value then 1 end
        ) as idle_count
    from int_server_hours
    inner join int_thresholds
        on int_thresholds.threshold = 'no_work_cpu'
    where int_server_hours.cpu_share is not null
    group by int_server_hours.hour_number
),
server_counts as (
    select
        sum(server_count * expected_day_count) as server_day_count
    from int_server_months
    having count(case when cpu_day_count > 0 then 1 end) > 0
)
select
    -- The energy of the IT equipment in an hour, by the share of the servers without work in it: an
    -- idle server takes less than a busy one, so this is the most that it can be.
    period.month,
    'organisation' as scope_kind,
    'all' as scope_id,
    decimal_6(
        cast(sum(exact(it_hours.it_wh * work_hours.idle_count / work_hours.server_count)) as double)
        / 1000
    ) as numerator,
    decimal_6(
        cast(sum(exact(case when work_hours.server_count > 0 then it_hours.it_wh end)) as double)
        / 1000
    ) as denominator,
    sum(case when it_hours.it_wh is not null then work_hours.server_count end)
    / nullif(max(server_counts.server_day_count) * 24, 0) as coverage,
    cast(
        sum(exact(case when work_hours.server_count > 0 then it_hours.it_measured_wh end)) as double
    )
    / nullif(
        cast(
            sum(
                exact(
                    case
                        when work_hours.server_count > 0
                            then it_hours.it_wh
                                * (1 + work_hours.idle_count / work_hours.server_count)
                    end
                )
            ) as double
        ), 0
    ) as measured_share
from it_hours
cross join period
cross join server_counts
left join work_hours using (hour_number)
group by period.month
