// Package timex finds the time expressions of English news text and resolves
// them against the day of the document: "on Thursday", "two weeks ago", "the
// first quarter of 2023", "16-17 May", "10:30 a.m. GMT", "every Monday".
//
// # Problem
//
// An event must carry the interval of days in which it happened. News says it
// in words that mean nothing without the day of publication ("on Thursday")
// and whose direction only the verb gives ("met on Thursday", "will meet on
// Thursday").
//
// # Method
//
// A hand-written grammar over a small lexer of its own. The lexer cuts the
// text of each sentence into words, numbers and marks, so that "90-day",
// "10:30pm" and "p. m." read alike however the tokenizer cut them; each word
// is looked up once in a closed lexicon. At every word that can open an
// expression the grammar tries its rules and keeps what the first fitting one
// reads; the rules are ordered so that the longer reading comes first. Values
// follow TIMEX3 (Pustejovsky et al., "TimeML: Robust Specification of Event
// and Temporal Expressions in Text", 2003; ISO 24617-1); the treatment of
// relative expressions follows what Strötgen and Gertz (HeidelTime, 2010) call
// the news strategy: they are anchored on the day of the document, "later",
// "before" and "that day" on the day last mentioned.
//
// Before the rules run, numbers in words become one item each ("two thousand
// and five"), and calendar words in lower case are accepted where a number or
// a preposition speaks for them.
//
// Direction: the nearest cue of tense in the clause before the expression
// decides, else the nearest one after it; weekdays without a cue lie in the
// past, month and day without a year lie where they are nearest. A term that
// somebody sets ("gave them until Sunday") lies ahead. A narrative of a year
// long gone stays in it until the text comes back to its own days.
//
// Why names the rule, the day counted from and the word that told the tense.
//
// # Value and interval
//
// Value is what the words of the expression say; From and To are what the
// phrase says with its preposition: "since 2022" has the value 2022 and an
// interval that is open to the right, and both years of "between 2014 and
// 2016" carry the whole interval. Without a day of the document, relative
// expressions keep a pattern such as XXXX-WXX-4 or no value, and no interval;
// so do, with a day as well, months and seasons of any year ("it usually rains
// in July": XXXX-07), and years before the era (BC0400, after TIMEX2). A
// fiscal year has a value of its own (FY2023) and the days of the calendar
// year.
//
// # Limits
//
// Movable feasts of the Islamic and Chinese calendars are not resolved, event
// anchors ("two days after the vote") keep their length alone, and bare hours
// ("Monday 3-8") are taken for scores. Cost is linear in the text: a rule that
// looks ahead may not be called from one that does.
package timex
