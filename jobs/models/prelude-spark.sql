-- What the models need and DuckDB and Spark SQL spell differently: the names of prelude-duckdb.sql,
-- which says what each means, in Spark SQL. Runs once per session, in UTC, after the relations of
-- the store and of config/ exist; ${zone} becomes the organisation's.

create or replace temporary function local_time(instant timestamp) returns timestamp
return from_utc_timestamp(instant, '${zone}');

create or replace temporary function local_date(instant timestamp) returns date
return cast(from_utc_timestamp(instant, '${zone}') as date);

create or replace temporary function instant_text(instant timestamp) returns string
return date_format(instant, 'yyyy-MM-dd\'T\'HH:mm:ss\'Z\'');

create or replace temporary function start_of_day(day_on date) returns timestamp
return to_utc_timestamp(cast(day_on as timestamp), '${zone}');

create or replace temporary function micros_between(from_at timestamp, to_at timestamp)
returns bigint
return unix_micros(to_at) - unix_micros(from_at);

create or replace temporary function clock_micros_between(from_at timestamp, to_at timestamp)
returns bigint
return unix_micros(from_utc_timestamp(to_at, '${zone}'))
    - unix_micros(from_utc_timestamp(from_at, '${zone}'));

create or replace temporary function day_number(instant timestamp) returns bigint
return cast(floor(unix_micros(instant) / 86400000000) as bigint);

create or replace temporary function add_seconds(instant timestamp, seconds bigint)
returns timestamp
return timestamp_micros(unix_micros(instant) + seconds * 1000000);

create or replace temporary function add_days(day_on date, days bigint) returns date
return date_add(day_on, cast(days as int));

create or replace temporary function days_between(from_on date, to_on date) returns bigint
return cast(datediff(to_on, from_on) as bigint);

create or replace temporary function energy_limit_wh(
    max_power_w decimal(18, 3), from_at timestamp, to_at timestamp
) returns double
return coalesce(cast(max_power_w as double), cast(1000000000.0 as double))
    * cast(1.1 as double) * (unix_micros(to_at) - unix_micros(from_at)) / 3600000000;

create or replace temporary function count_limit(
    max_per_hour bigint, from_at timestamp, to_at timestamp
) returns double
return cast(max_per_hour as double) * cast(1.1 as double)
    * (unix_micros(to_at) - unix_micros(from_at)) / 3600000000;

create or replace temporary function counted_by_register(
    difference decimal(22, 3), register_max decimal(18, 3), bound double
) returns decimal(23, 3)
return case
    when difference < 0 and bound is not null then difference + register_max
    else difference
end;

create or replace temporary function register_gap(
    difference decimal(22, 3), counted decimal(23, 3), amount double, most double
) returns string
return case
    when difference < 0 and (counted is null or counted < 0 or amount > most) then 'reset'
    when amount is null then 'register_unknown'
    when amount > most then 'implausible'
end;

create or replace temporary function whole_months_between(from_on date, to_on date) returns bigint
return cast(
    (year(to_on) - year(from_on)) * 12 + month(to_on) - month(from_on)
    - case when day(to_on) < day(from_on) and to_on < last_day(to_on) then 1 else 0 end
    as bigint
);

create or replace temporary function label_list(labels string) returns string
return concat(',', regexp_replace(lower(trim(labels)), '\\s*[,;]\\s*', ','), ',');

create or replace temporary function years_between(from_on date, to_on date) returns double
return floor(whole_months_between(from_on, to_on) / 12)
    + cast(
        datediff(
            to_on,
            add_months(
                from_on, cast(floor(whole_months_between(from_on, to_on) / 12) * 12 as int)
            )
        ) as double
    )
    / datediff(
        add_months(
            from_on, cast(floor(whole_months_between(from_on, to_on) / 12) * 12 + 12 as int)
        ),
        add_months(from_on, cast(floor(whole_months_between(from_on, to_on) / 12) * 12 as int))
    );

create or replace temporary function month_of(day_on date) returns string
return date_format(day_on, 'yyyy-MM');

create or replace temporary function is_weekday(day_on date) returns boolean
return weekday(day_on) < 5;

create or replace temporary function weekday_number(day_on date) returns bigint
return cast(weekday(day_on) + 1 as bigint);

-- Not a word of prelude-duckdb.sql, which casts alone. DuckDB's cast of a double multiplies by a power
-- of ten and rounds that; Spark's rounds the shortest text of the double. So here is what DuckDB does:
-- a double that is not negative to the nearest whole number, halves up.
create or replace temporary function nearest(number double) returns bigint
return floor(number) + case when number - floor(number) >= 0.5e0 then 1 else 0 end;

create or replace temporary function decimal_3(number double) returns decimal(18, 3)
return cast(
    cast(sign(number) as decimal(1, 0))
    * cast(nearest(abs(number) * 1e3) as decimal(19, 0)) * cast(0.001 as decimal(3, 3))
    as decimal(18, 3)
);

create or replace temporary function decimal_6(number double) returns decimal(18, 6)
return cast(
    cast(sign(number) as decimal(1, 0))
    * cast(nearest(abs(number) * 1e6) as decimal(19, 0)) * cast(0.000001 as decimal(6, 6))
    as decimal(18, 6)
);

-- Of a double that is greater than 2 to the 53rd its text has not all digits: it is cut in two there.
create or replace temporary function exact(number double) returns decimal(38, 18)
return cast(
    concat(
        case when number < 0 then '-' else '' end,
        cast(
            cast(cast(abs(number) * 1e18 / 9007199254740992e0 as bigint) as decimal(19, 0))
            * cast(9007199254740992 as decimal(16, 0))
            + cast(
                nearest(
                    abs(number) * 1e18
                    - cast(abs(number) * 1e18 / 9007199254740992e0 as bigint)
                    * 9007199254740992e0
                ) as decimal(19, 0)
            ) as string
        ),
        'E-18'
    ) as decimal(38, 18)
);

create or replace temporary view period_hours as
select
    period.month,
    hours.hour_number,
    add_seconds(period.started_at, hours.hour_number * 3600) as started_at,
    add_seconds(period.started_at, (hours.hour_number + 1) * 3600) as ended_at
from period
cross join (select explode(sequence(cast(0 as bigint), cast(767 as bigint))) as hour_number) as hours
where add_seconds(period.started_at, hours.hour_number * 3600) < period.ended_at;

create or replace temporary view earlier_hours as
select
    hours.hour_number,
    add_seconds(period.started_at, hours.hour_number * 3600) as started_at,
    add_seconds(period.started_at, (hours.hour_number + 1) * 3600) as ended_at
from period
cross join (
    select explode(sequence(cast(-673 as bigint), cast(-1 as bigint))) as hour_number
) as hours
where add_seconds(period.started_at, hours.hour_number * 3600)
    >= start_of_day(add_days(period.first_on, -28));

create or replace temporary view period_days as
select
    period.month,
    date_add(period.first_on, days.day_number) as day_on
from period
cross join (select explode(sequence(0, 30)) as day_number) as days
where date_add(period.first_on, days.day_number) <= period.last_on;

create or replace temporary view nearby_days as
select date_add(period.first_on, days.day_number) as day_on
from period
cross join (select explode(sequence(-62, 92)) as day_number) as days;
