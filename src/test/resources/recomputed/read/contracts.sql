-- The contracts that run on the day of each snapshot. Raw: the answers of the register's service.
with told as (
    select
        cast(peildatum as date) as observed_on,
        electronics_watch.aangesloten_van as affiliated_from,
        unnest(contracten) as contract
    from read_json('sample-data/contracts/*.json.gz', union_by_name = true)
)
select
    strftime(observed_on, '%Y-%m') as month,
    observed_on,
    contract.nummer as contract,
    contract.waarde_eur as euros,
    contract.clausules.mensenrechten as has_human_rights,
    case
        when not contract.clausules.electronics_watch or affiliated_from > observed_on then false
        when contract.clausules.electronics_watch then affiliated_from <= observed_on
    end as is_watched,
    contract.fabrieken.lijst_van as factories_on
from told
where contract.ict_hardware
    and contract.looptijd.van <= observed_on
    and contract.looptijd.tot >= date_trunc('month', observed_on)
