-- What the models need and DuckDB and Spark SQL spell differently. Runs once per computation, after
-- the relations of the store and of config/ exist and after: set variable zone = '<zone>'.
-- An instant is a timestamp with time zone; a local date or time is meant in the variable's zone.

-- The clock on the wall at an instant.
create or replace macro local_time(instant) as
    timezone(getvariable('zone'), instant);

-- The date on the wall at an instant.
create or replace macro local_date(instant) as
    cast(timezone(getvariable('zone'), instant) as date);

-- An instant as a text that sorts as it does.
create or replace macro instant_text(instant) as
    strftime(timezone('UTC', instant), '%Y-%m-%dT%H:%M:%SZ');

-- The instant at which a local day begins.
create or replace macro start_of_day(day_on) as
    timezone(getvariable('zone'), cast(day_on as timestamp));

-- Microseconds from one instant to another, exact.
create or replace macro micros_between(from_at, to_at) as
    epoch_us(to_at) - epoch_us(from_at);

-- Microseconds that the clock on the wall moved: every local day has 24 hours of them.
create or replace macro clock_micros_between(from_at, to_at) as
    epoch_us(timezone(getvariable('zone'), to_at))
    - epoch_us(timezone(getvariable('zone'), from_at));

-- Days since 1970-01-01 in UTC: a cheap key for a day of readings.
create or replace macro day_number(instant) as
    cast(floor(epoch_us(instant) / 86400000000) as bigint);

create or replace macro add_seconds(instant, seconds) as
    instant + to_seconds(seconds);

create or replace macro add_months(day_on, months) as
    cast(day_on + to_months(cast(months as integer)) as date);

create or replace macro add_days(day_on, days) as
    cast(day_on + to_days(cast(days as integer)) as date);

create or replace macro days_between(from_on, to_on) as
    datediff('day', from_on, to_on);

-- The most that a connection can carry in a time, with a tenth for the inexactness of both clocks.
-- Where its power is not known, a gigawatt: no meter of an organisation carries it, and a register
-- that says more was misread. It also keeps the energy of a segment within decimal(18, 6).
create or replace macro energy_limit_wh(max_power_w, from_at, to_at) as
    coalesce(cast(max_power_w as double), 1000000000.0)
    * 1.1 * (epoch_us(to_at) - epoch_us(from_at)) / 3600000000;

-- The most that a counter can rise in a time, with the same tenth; null where nobody says.
create or replace macro count_limit(max_per_hour, from_at, to_at) as
    cast(max_per_hour as double) * 1.1 * (epoch_us(to_at) - epoch_us(from_at)) / 3600000000;

-- What a register counted from one reading to the next. One that fell may have run over where its
-- highest value is known and a bound tells whether it can have; else that is null or below 0.
create or replace macro counted_by_register(difference, register_max, bound) as
    case
        when difference < 0 and bound is not null then difference + register_max
        else difference
    end;

-- Why it is not known what a register counted; null where it is. reset: it fell and did not run
-- over; register_unknown: a reading is missing; implausible: it rose by more than can be.
create or replace macro register_gap(difference, counted, amount, most) as
    case
        when difference < 0 and (counted is null or counted < 0 or amount > most) then 'reset'
        when amount is null then 'register_unknown'
        when amount > most then 'implausible'
    end;

-- Complete months from one date to another; the last day of a month completes it.
create or replace macro whole_months_between(from_on, to_on) as
    datesub('month', from_on, to_on);

-- A list of labels in lower case, with a comma before and behind each of them.
create or replace macro label_list(labels) as
    concat(',', regexp_replace(lower(trim(labels)), '\s*[,;]\s*', ',', 'g'), ',');

-- Years from one date to another: the complete ones, and of the one that has begun its days.
create or replace macro years_between(from_on, to_on) as
    datesub('month', from_on, to_on) // 12
    + datediff('day', add_months(from_on, datesub('month', from_on, to_on) // 12 * 12), to_on)
    / datediff(
        'day',
        add_months(from_on, datesub('month', from_on, to_on) // 12 * 12),
        add_months(from_on, datesub('month', from_on, to_on) // 12 * 12 + 12)
    );

-- A date's month as 'YYYY-MM'.
create or replace macro month_of(day_on) as
    strftime(day_on, '%Y-%m');

create or replace macro is_weekday(day_on) as
    isodow(day_on) <= 5;

-- The day of the week of a date: 1 for Monday to 7 for Sunday.
create or replace macro weekday_number(day_on) as
    isodow(day_on);

-- A double as a decimal, of which sums are made: sum(exact(...)). Sums of doubles tell in their last
-- digits in which order threads and workers came to the rows. Within 1e20; eighteen decimals keep
-- all digits of what is above a tenth.
create or replace macro exact(number) as
    cast(number as decimal(38, 18));

-- A double as a decimal of three or six decimals; halves go away from zero.
create or replace macro decimal_3(number) as
    cast(number as decimal(18, 3));

create or replace macro decimal_6(number) as
    cast(number as decimal(18, 6));

-- The hours of the computed month, counted from its local start: 743 in March, 745 in October.
create or replace view period_hours as
select
    period.month,
    hours.hour_number,
    period.started_at + to_hours(cast(hours.hour_number as integer)) as started_at,
    period.started_at + to_hours(cast(hours.hour_number + 1 as integer)) as ended_at
from period
cross join (select unnest(generate_series(0, 767)) as hour_number) as hours
where period.started_at + to_hours(cast(hours.hour_number as integer)) < period.ended_at;

-- The hours of the 28 days before the computed month, counted back from its local start.
create or replace view earlier_hours as
select
    hours.hour_number,
    period.started_at + to_hours(cast(hours.hour_number as integer)) as started_at,
    period.started_at + to_hours(cast(hours.hour_number + 1 as integer)) as ended_at
from period
cross join (select unnest(generate_series(-673, -1)) as hour_number) as hours
where period.started_at + to_hours(cast(hours.hour_number as integer))
    >= start_of_day(add_days(period.first_on, -28));

-- The local days of the computed month.
create or replace view period_days as
select
    period.month,
    cast(period.first_on + to_days(cast(days.day_number as integer)) as date) as day_on
from period
cross join (select unnest(generate_series(0, 30)) as day_number) as days
where cast(period.first_on + to_days(cast(days.day_number as integer)) as date) <= period.last_on;

-- The local days of the computed month and of two months before and after it.
create or replace view nearby_days as
select
    cast(period.first_on + to_days(cast(days.day_number as integer)) as date) as day_on
from period
cross join (select unnest(generate_series(-62, 92)) as day_number) as days;
