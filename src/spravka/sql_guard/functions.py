"""The functions that a query may call: those that compute a value from their arguments, and nothing else.

Two lists, as the parser has it: kinds that it knows under one name for every dialect, and names that it leaves as they
are, by dialect, in lower case. What is on neither is refused: whatever reads files, sleeps, opens connections, tells
of the session or the server, changes settings or sequences, or builds texts of any length.
"""

from spravka.sql_guard.word_lists import words

AGGREGATES = (
    "AnyValue ApproxDistinct ArgMax ArgMin ArrayAgg ArrayUniqueAgg Avg Corr Count CountIf CovarPop CovarSamp "
    "GroupConcat Grouping GroupingId LogicalAnd LogicalOr Max Median Min Mode PercentileCont PercentileDisc "
    "Quantile RegrIntercept RegrR2 RegrSlope Stddev StddevPop StddevSamp Sum Variance VariancePop"
)
WINDOWS = "CumeDist DenseRank FirstValue Lag LastValue Lead NthValue Ntile PercentRank Rank RowNumber"
CHOICES = "Case Coalesce Exists Greatest If IsNullValue Least Nullif Nvl2"
NUMBERS = (
    "Abs Acos Asin Atan Atan2 Cbrt Ceil Cos Cot Degrees Exp Floor IsInf IsNan Ln Log Pi Pow Radians Round "
    "SafeDivide Sign Sin Sqrt Tan Trunc WidthBucket"
)
TEXTS = (
    "Ascii Chr Concat ConcatWs Contains EndsWith Initcap Left Length Lower Pad RegexpILike RegexpLike "
    "RegexpReplace Replace Reverse Right SplitPart StartsWith StrPosition Stuff Substring SubstringIndex "
    "Translate Trim Unicode Upper"
)
DATES = (
    "AddMonths CurrentDate CurrentDatetime CurrentTime CurrentTimestamp Date DateAdd DateDiff DateFromParts "
    "DateStrToDate DateSub DateToDateStr DateTrunc Datetime DatetimeAdd DatetimeDiff DatetimeSub DatetimeTrunc "
    "Day DayOfMonth DayOfWeek DayOfWeekIso DayOfYear Dayname Extract Hour LastDay Localtime Localtimestamp "
    "MakeInterval Minute Month Monthname MonthsBetween Quarter Second StrToDate StrToTime Time TimeAdd TimeDiff "
    "TimeFromParts TimeStrToDate TimeStrToTime TimeStrToUnix TimeSub TimeToStr TimeToTimeStr TimeToUnix TimeTrunc "
    "Timestamp TimestampAdd TimestampDiff TimestampFromParts TimestampSub TimestampTrunc ToDays TsOrDiToDi "
    "TsOrDsAdd TsOrDsDiff TsOrDsToDate TsOrDsToDateStr TsOrDsToDatetime TsOrDsToTime TsOrDsToTimestamp "
    "UnixSeconds UnixToStr UnixToTime UnixToTimeStr UtcDate UtcTime UtcTimestamp Week WeekOfYear Year YearOfWeek"
)
CONVERSIONS = (
    "Array Cast Collate Convert JSONBExtractScalar JSONExtract JSONExtractScalar NumberToStr ToChar ToNumber "
    "TryCast Typeof"
)
LOGIC = "And Or Xor"

KNOWN_KINDS = words(AGGREGATES, WINDOWS, CHOICES, NUMBERS, TEXTS, DATES, CONVERSIONS, LOGIC)
"""Kinds of the parser, by the name of its class; the same for every dialect."""

NAMES = {
    "postgresql": words(
        "age bool_and bool_or btrim char_length character_length clock_timestamp date_bin date_part div every "
        "isfinite justify_days justify_hours justify_interval left ltrim make_date make_time make_timestamp mod "
        "num_nonnulls num_nulls octet_length power regr_count right rtrim scale sqrt strpos timezone to_date "
        "to_timestamp trim_scale var_pop var_samp"
    ),
    "mysql": words(
        "addtime bit_count char_length convert_tz curtime date dayname field find_in_set format from_days "
        "from_unixtime get_format isnull json_unquote locate ltrim makedate maketime microsecond mod now "
        "octet_length period_add period_diff position rtrim sec_to_time std stddev strcmp subtime sysdate time "
        "time_format time_to_sec timediff timestamp to_days truncate unix_timestamp utc_timestamp var_pop "
        "var_samp weekday yearweek"
    ),
    "mssql": words(
        "charindex choose count_big datediff_big datename datetime2fromparts datetrunc format getutcdate isdate "
        "isnumeric len log10 ltrim nchar parsename patindex quotename rtrim smalldatetimefromparts square stdev "
        "stdevp str switchoffset sysdatetime sysdatetimeoffset sysutcdatetime todatetimeoffset try_convert "
        "try_parse var varp"
    ),
    "sqlite": words(
        "date datetime ifnull iif instr julianday likelihood ltrim mod nullif octet_length printf rtrim strftime "
        "time timediff total unicode unixepoch"
    ),
    "clickhouse": words(
        "adddays addhours addminutes addmonths addquarters addweeks addyears age any anyif anylast argmaxif "
        "argminif avgif avgornull avgweighted countdistinct countif date_add date_sub dateadd datename datesub "
        "datetrunc dense_rank denserank empty endswith formatdatetime fromunixtimestamp greatest grouparray "
        "grouparrayif groupuniqarray ifnull intdiv isnotnull isnull laginframe leadinframe least length "
        "lengthutf8 lowerutf8 maxif median medianexact medianif minif mod modulo monthname multiif notempty now "
        "nullif positioncaseinsensitive positioncaseinsensitiveutf8 positionutf8 pow power quantile quantileexact "
        "quantileif quantiles quantilesexact rank replaceall replaceone round roundbankers row_number stddevpop "
        "stddevsamp subdays submonths substringutf8 subtractdays subtractmonths subtractquarters subtractweeks "
        "subtractyears subweeks subyears sumif sumornull timestamp_sub todate todate32 todateornull todatetime "
        "todatetime64 today todayofmonth todayofweek todayofyear todecimal128 todecimal32 todecimal64 tofloat32 "
        "tofloat64 tofloat64ornull tohour toint16 toint32 toint32ornull toint64 toint64ornull toint8 "
        "tointervalday tointervalmonth toisoweek toisoyear tolastdayofmonth tominute tomonday tomonth toordefault "
        "topk toquarter torelativemonthnum tosecond tostartofday tostartofhour tostartofinterval tostartofisoyear "
        "tostartofmonth tostartofquarter tostartofweek tostartofyear tostring touint16 touint32 touint64 touint8 "
        "touint8ornull tounixtimestamp toweek toyear toyearweek toyyyymm toyyyymmdd uniq uniqcombined uniqexact "
        "uniqexactif uniqhll12 uniqif upperutf8 varpop varsamp yesterday"
    ),
}
"""Functions that the parser does not know, by dialect and in lower case."""


def is_allowed_name(name: str, dialect: str) -> bool:
    """True where a function of this name, unknown to the parser, may be called."""
    return name.lower() in NAMES[dialect]
