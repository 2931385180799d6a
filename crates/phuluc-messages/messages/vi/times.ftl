### Thời gian được hiểu là gì.

time-day = { $day }/{ $month }/{ $year }
time-about = khoảng { $time }

time-from_to = từ { $start } đến { $end }
time-until = đến { $end }
time-on = ngày { $day }
time-before = trước ngày { $day }
time-by = chậm nhất ngày { $day }

time-continuous = thường xuyên
time-continuous_from = thường xuyên từ { $start }
time-continuous_until = thường xuyên đến { $end }
time-continuous_from_to = thường xuyên từ { $start } đến { $end }

time-recurring = định kỳ
time-yearly = hằng năm
time-quarterly = hằng quý
time-every_few_months = định kỳ nhiều tháng
time-monthly = hằng tháng
time-every_few_weeks = định kỳ nhiều tuần
time-weekly = hằng tuần
time-daily = hằng ngày
time-by_rule = { $often } ({ $rule })

time-frequency = { $times } lần mỗi { $period }
time-frequency_at_least = ít nhất { $times } lần mỗi { $period }
period-day = ngày
period-week = tuần
period-month = tháng
period-quarter = quý
period-year = năm

time-as_soon_as = ngay khi: «{ $event }»
time-days_after = { $days } ngày sau: «{ $event }»
time-business_days_after = { $days } ngày làm việc sau: «{ $event }»
time-after = { $offset } sau: «{ $event }»
time-on_demand = khi phát sinh: «{ $event }»
time-by_reference = theo văn bản khác: «{ $event }»
