//! What phrases mean. `=` stands for an interval of one day or minute, `-` for none.
use super::*;

/// Reads `phrase` in a page that was captured at noon of Wednesday, 25 November 2026.
fn told(phrase: &str, captured: &str, order: Option<Order>) -> String {
    let captured: Option<Captured> = (!captured.is_empty()).then(|| captured.parse().unwrap());
    match read(phrase, captured.as_ref(), order) {
        None => "?".to_owned(),
        Some(When { interval: None, precision }) => format!("- {}", precision.as_str()),
        Some(When { interval: Some(Interval { earliest, latest }), precision }) if earliest == latest => {
            format!("={earliest} {}", precision.as_str())
        }
        Some(When { interval: Some(Interval { earliest, latest }), precision }) => {
            format!("{earliest}..{latest} {}", precision.as_str())
        }
    }
}

#[track_caller]
fn check(captured: &str, order: Option<Order>, table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(phrase, wanted)| (phrase, told(phrase, captured, order), wanted))
        .filter(|(_, found, wanted)| found != *wanted)
        .map(|(phrase, found, wanted)| format!("{phrase:?}\n   wanted {wanted}\n   found  {found}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn dates_of_further_languages() {
    check(
        "2026-11-25T12:00",
        None,
        &[
            ("för 3 år sedan", "2022-11-25..2024-05-25 year"),
            ("4 sep 2019 kl. 10.12", "=2019-09-04T10:12 minute"),
            ("i går 10:12", "=2026-11-24T10:12 minute"),
            ("3. maj 2019 kl. 10:12", "=2019-05-03T10:12 minute"),
            ("3. des. 2019", "=2019-12-03 day"),
            ("3. toukokuuta 2019 klo 10.12", "=2019-05-03T10:12 minute"),
            ("3. května 2019 v 10:12", "=2019-05-03T10:12 minute"),
            ("2019. március 3., 10:12", "=2019-03-03T10:12 minute"),
            ("2019. 03. 04. 10:12", "=2019-03-04T10:12 minute"),
            ("3 iunie 2019, ora 10:12", "=2019-06-03T10:12 minute"),
            ("3 май 2019 г. в 10:12", "=2019-05-03T10:12 minute"),
            ("04.03.2019. u 10:12", "=2019-03-04T10:12 minute"),
            ("3. svibnja 2019. u 10:12", "=2019-05-03T10:12 minute"),
            ("3 tháng 5, 2019 lúc 10:12", "=2019-05-03T10:12 minute"),
            ("3 Agustus 2019 pukul 10.12", "=2019-08-03T10:12 minute"),
            ("3 במאי 2019 בשעה 10:12", "=2019-05-03T10:12 minute"),
            ("3 พ.ค. 2019 10:12", "=2019-05-03T10:12 minute"),
            ("2 jam lalu", "2026-11-25T09:00..2026-11-25T10:30 hour"),
            ("3 éve", "2022-11-25..2024-05-25 year"),
            ("לפני שנתיים", "2023-11-25..2025-05-25 year"),
            ("منذ سنتين", "2023-11-25..2025-05-25 year"),
            ("acum 20 de zile", "2026-11-04..2026-11-06 day"),
            ("3 năm trước", "2022-11-25..2024-05-25 year"),
            ("3 ปีที่แล้ว", "2022-11-25..2024-05-25 year"),
        ],
    );
}

#[test]
fn absolute_dates_of_many_languages() {
    check(
        "",
        None,
        &[
            ("May 2, 2009 at 0:09", "=2009-05-02T00:09 minute"),
            ("2. Mai 2009", "=2009-05-02 day"),
            ("7. März 2020 um 23:20 Uhr", "=2020-03-07T23:20 minute"),
            ("11 Jul, 2025", "=2025-07-11 day"),
            ("Jan '24", "2024-01-01..2024-01-31 month"),
            ("Jan ’24", "2024-01-01..2024-01-31 month"),
            ("Feb 7 '11 at 18:22", "=2011-02-07T18:22 minute"),
            ("Mar 3, 2019 at 12:04", "=2019-03-03T12:04 minute"),
            ("July 2007", "2007-07-01..2007-07-31 month"),
            ("February 2024", "2024-02-01..2024-02-29 month"),
            ("Sun Dec 15, 2019 4:58 pm", "=2019-12-15T16:58 minute"),
            ("10:15 pm on March 4, 2021", "=2021-03-04T22:15 minute"),
            ("4 December 2016 at 12:25AM", "=2016-12-04T00:25 minute"),
            ("4 December 2016 at 12:25 p.m.", "=2016-12-04T12:25 minute"),
            ("Mon, 4 Nov 2019 09:12:44", "=2019-11-04T09:12:44 second"),
            ("2021-12-10T13:28:21.36Z+00:00", "=2021-12-10T13:28:21Z second"),
            ("Mon, 4 Nov 2019 09:12:44 +0200", "=2019-11-04T09:12:44+02:00 second"),
            ("2nd of May 2009", "=2009-05-02 day"),
            ("Sept. 5th, 2013", "=2013-09-05 day"),
            ("31st January, 2016", "=2016-01-31 day"),
            ("2-Jan-19", "=2019-01-02 day"),
            ("3 марта 2019 г.", "=2019-03-03 day"),
            ("3 мар 2019 в 10:04", "=2019-03-03T10:04 minute"),
            ("12 сент. 2020", "=2020-09-12 day"),
            ("3 березня 2019 р. о 10:04", "=2019-03-03T10:04 minute"),
            ("3 marca 2019", "=2019-03-03 day"),
            ("12 paź 2021", "=2021-10-12 day"),
            ("12 octobre 2019 à 18 h 04 min", "=2019-10-12T18:04 minute"),
            ("3 mars 2019 à 10h04", "=2019-03-03T10:04 minute"),
            ("1er août 2019", "=2019-08-01 day"),
            ("3 de marzo de 2019", "=2019-03-03 day"),
            ("3 de março de 2019", "=2019-03-03 day"),
            ("mar 3 mar 2020", "=2020-03-03 day"),
            ("So., 3. März 2019", "=2019-03-03 day"),
            ("3 marzo 2019 alle ore 10:04", "=2019-03-03T10:04 minute"),
            ("3 Mart 2019", "=2019-03-03 day"),
            ("3 मार्च 2019", "=2019-03-03 day"),
            ("३ मार्च २०१९", "=2019-03-03 day"),
            ("5 Μαΐου 2021", "=2021-05-05 day"),
            ("2019年3月3日", "=2019-03-03 day"),
            ("２０２１年３月４日", "=2021-03-04 day"),
            ("2019年3月3日 10:04", "=2019-03-03T10:04 minute"),
            ("2019年3月3日 下午3:05", "=2019-03-03T15:05 minute"),
            ("2019年3月", "2019-03-01..2019-03-31 month"),
            ("2019년 3월 3일", "=2019-03-03 day"),
            ("2016-09-19 14:47:46 +00:00", "=2016-09-19T14:47:46Z second"),
            ("2016-09-19T14:47:46.123Z", "=2016-09-19T14:47:46Z second"),
            ("2019/03/04", "=2019-03-04 day"),
            ("2019.3.4", "=2019-03-04 day"),
            ("14.01.2021, 18:22", "=2021-01-14T18:22 minute"),
            ("03.04.21", "=2021-04-03 day"),
        ],
    );
}

#[test]
fn numeric_dates_are_read_where_their_order_is_proved() {
    check(
        "",
        None,
        &[
            ("31/12/2019", "=2019-12-31 day"),
            ("12/31/2019", "=2019-12-31 day"),
            ("12/31/19 4:05 PM", "=2019-12-31T16:05 minute"),
            ("05/05/2019", "=2019-05-05 day"),
            // The sixth of May was a Monday, the fifth of June a Wednesday.
            ("Mon 05/06/2019", "=2019-05-06 day"),
            ("Wednesday, 05-06-2019", "=2019-06-05 day"),
            ("Fri 05/06/2019", "?"),
            ("03/04/2019", "2019-03-04..2019-04-03 year"),
            ("01-12-2019", "2019-01-12..2019-12-01 year"),
        ],
    );
    check("", Some(Order::DayFirst), &[("03/04/2019", "=2019-04-03 day"), ("12/31/2019", "=2019-12-31 day")]);
    check("", Some(Order::MonthFirst), &[("03/04/2019", "=2019-03-04 day"), ("3/4/19, 1:02 PM", "=2019-03-04T13:02 minute")]);
    check(
        "",
        Order::of_language("ko"),
        &[
            ("19.03.04", "=2019-03-04 day"),
            ("19/3/4 10:12", "=2019-03-04T10:12 minute"),
            ("99-12-31", "=1999-12-31 day"),
            ("19.31.12", "?"),
            ("03/04/2019", "2019-03-04..2019-04-03 year"),
            ("31.12.2019", "=2019-12-31 day"),
        ],
    );
    assert_eq!(Order::of_language("en"), None);
    assert_eq!(Order::of(["03/04/2019", "2 days ago", "31/12/2019"]), Some(Order::DayFirst));
    assert_eq!(Order::of(["03/04/2019", "12/31/2019"]), Some(Order::MonthFirst));
    assert_eq!(Order::of(["31/12/2019", "12/31/2019"]), None);
    assert_eq!(Order::of(["03/04/2019", "31.12.2019", "2019-12-31"]), None);
}

#[test]
fn what_cannot_be_told_is_not_made_up() {
    check(
        "",
        None,
        &[
            // Without the day of the capture.
            ("1 year ago", "- year"),
            ("vor 2 Tagen", "- day"),
            ("yesterday at 10:12", "- minute"),
            ("just now", "- hour"),
            ("Apr 2", "- day"),
            ("3月3日", "- day"),
            // No such day, hour, weekday.
            ("Feb 30, 2019", "?"),
            ("31/31/2019", "?"),
            ("2019-13-01", "?"),
            ("May 2, 2009 at 25:09", "?"),
            ("Monday, May 2, 2009", "?"),
            // Other calendars.
            ("3 مهر 1402", "?"),
            ("۱۴۰۲/۰۷/۰۳", "?"),
            ("12/31/2562", "?"),
            // No dates.
            ("", "?"),
            ("12", "?"),
            ("1.2.3.4", "?"),
            ("May", "?"),
            ("a few years ago", "?"),
            ("99999999999999999999 years ago", "- year"),
            ("3 apples ago", "?"),
        ],
    );
    check(
        "2026-11-25",
        None,
        &[
            ("99999999999999999999 years ago", "- year"),
            ("30000 years ago", "- year"),
            ("Feb 30", "?"),
            ("Monday, Nov 24", "- day"),
        ],
    );
}

#[test]
fn relative_dates_of_many_languages() {
    check(
        "2026-11-25",
        None,
        &[
            ("1 year ago", "2024-11-25..2026-05-25 year"),
            ("a year ago", "2024-11-25..2026-05-25 year"),
            ("about 2 years ago", "2023-11-25..2025-05-25 year"),
            ("over 2 years ago", "2022-11-25..2025-05-25 year"),
            ("almost 2 years ago", "2023-11-25..2026-05-25 year"),
            ("4 yr. ago", "2021-11-25..2023-05-25 year"),
            ("5y ago", "2020-11-25..2022-05-25 year"),
            ("5y", "2020-11-25..2022-05-25 year"),
            ("5 mo ago", "2026-05-25..2026-07-10 month"),
            ("3mo ago", "2026-07-25..2026-09-10 month"),
            ("16 years, 10 months ago", "2009-12-25..2010-02-10 month"),
            ("1 year and 2 months ago", "2025-08-25..2025-10-10 month"),
            ("2 weeks ago", "2026-11-04..2026-11-15 week"),
            ("vor 2 Tagen", "2026-11-22..2026-11-24 day"),
            ("vor einem Jahr", "2024-11-25..2026-05-25 year"),
            ("vor 3 Monaten", "2026-07-25..2026-09-10 month"),
            ("hace 3 años", "2022-11-25..2024-05-25 year"),
            ("hace un año", "2024-11-25..2026-05-25 year"),
            ("há 3 anos", "2022-11-25..2024-05-25 year"),
            ("3 anos atrás", "2022-11-25..2024-05-25 year"),
            ("il y a 3 jours", "2026-11-21..2026-11-23 day"),
            ("il y a un an", "2024-11-25..2026-05-25 year"),
            ("il y a environ 2 ans", "2023-11-25..2025-05-25 year"),
            ("3 giorni fa", "2026-11-21..2026-11-23 day"),
            ("un anno fa", "2024-11-25..2026-05-25 year"),
            ("2 дня назад", "2026-11-22..2026-11-24 day"),
            ("2 года назад", "2023-11-25..2025-05-25 year"),
            ("год назад", "2024-11-25..2026-05-25 year"),
            ("неделю назад", "2026-11-11..2026-11-22 week"),
            ("5 років тому", "2020-11-25..2022-05-25 year"),
            ("рік тому", "2024-11-25..2026-05-25 year"),
            ("2 lata temu", "2023-11-25..2025-05-25 year"),
            ("rok temu", "2024-11-25..2026-05-25 year"),
            ("2 yıl önce", "2023-11-25..2025-05-25 year"),
            ("bir yıl önce", "2024-11-25..2026-05-25 year"),
            ("3 महीने पहले", "2026-07-25..2026-09-10 month"),
            ("2 साल पहले", "2023-11-25..2025-05-25 year"),
            ("3日前", "2026-11-21..2026-11-23 day"),
            ("2 か月前", "2026-08-25..2026-10-10 month"),
            ("2ヶ月前", "2026-08-25..2026-10-10 month"),
            ("3个月前", "2026-07-25..2026-09-10 month"),
            ("2 個月前", "2026-08-25..2026-10-10 month"),
            ("5年前", "2020-11-25..2022-05-25 year"),
            ("۲ سال پیش", "2023-11-25..2025-05-25 year"),
            ("πριν από 2 χρόνια", "2023-11-25..2025-05-25 year"),
            ("yesterday", "=2026-11-24 day"),
            ("gestern", "=2026-11-24 day"),
            ("avant-hier", "=2026-11-23 day"),
            ("aujourd’hui", "=2026-11-25 day"),
            ("hoy", "=2026-11-25 day"),
            ("昨日", "=2026-11-24 day"),
            ("yesterday at 10:12", "=2026-11-24T10:12 minute"),
            ("Gestern um 10:12 Uhr", "=2026-11-24T10:12 minute"),
            ("вчера в 10:12", "=2026-11-24T10:12 minute"),
            ("Today, 10:12 AM", "=2026-11-25T10:12 minute"),
            ("last week", "2026-11-11..2026-11-24 week"),
            ("last month", "2026-09-25..2026-11-24 month"),
            ("last year", "2024-11-25..2026-11-24 year"),
            // No finer than the day of the capture.
            ("3 hours ago", "2026-11-24..2026-11-25 day"),
            ("just now", "2026-11-24..2026-11-25 day"),
            // The last such day.
            ("Apr 2", "=2026-04-02 day"),
            ("Dec 3 at 18:22", "=2025-12-03T18:22 minute"),
            ("Tuesday at 10:12 PM", "=2026-11-24T22:12 minute"),
            ("Wednesday at 10:12", "=2026-11-18T10:12 minute"),
            ("Donnerstag um 10:12", "=2026-11-19T10:12 minute"),
            ("29 Feb", "=2024-02-29 day"),
            ("3月3日", "=2026-03-03 day"),
        ],
    );
    check(
        "2026-11-25T12:00",
        None,
        &[
            ("3 hours ago", "2026-11-25T08:00..2026-11-25T09:30 hour"),
            ("an hour ago", "2026-11-25T10:00..2026-11-25T11:30 hour"),
            ("5 minutes ago", "2026-11-25T11:54..2026-11-25T11:56 minute"),
            ("just now", "2026-11-25T11:00..2026-11-25T12:00 hour"),
            ("2 days ago", "2026-11-22..2026-11-24 day"),
        ],
    );
}

#[test]
fn captures_are_dates() {
    for said in ["2026-11-25", "2026-11-25T10:00", "2026-11-25T10:00:30Z", "2026-11-25 10:00", "2026-11-25T10:00+02:00"] {
        assert_eq!(said.parse::<Captured>().unwrap().to_string(), said);
    }
    for said in ["", "yesterday", "2026-02-30", "25.11.2026", "11/25/2026", "2026"] {
        assert!(said.parse::<Captured>().is_err(), "{said}");
    }
    let error = "25.11.2026".parse::<Captured>().unwrap_err();
    assert_eq!(error.to_string(), "expected a date such as 2026-11-25 or 2026-11-25T10:00, but found \"25.11.2026\"");
}
