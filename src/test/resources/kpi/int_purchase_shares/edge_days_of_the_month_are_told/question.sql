select count(*) as rows from int_purchase_shares
