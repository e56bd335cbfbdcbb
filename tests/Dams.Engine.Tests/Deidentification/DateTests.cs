using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Dams.Subjects;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>Dates that are moved.</summary>
public sealed class DateTests
{
    private static readonly Profile Moving = ProfileOf.Basic(ProfileOption.RetainLongitudinalModifiedDates, ProfileOption.CleanDescriptors);

    [Theory]
    [InlineData("20240229", "20240301", 1)]
    [InlineData("20230228", "20230301", 1)]
    [InlineData("19991231", "20000101", 1)]
    [InlineData("20240101", "20250101", 366)]
    public void Days_between_dates_stay_over_leap_days_and_years(string first, string second, int days)
    {
        var output = Deidentified.Reading(new InstanceBuilder().Text("StudyDate", first).Text("SeriesDate", second).Build(), Moving);

        Assert.Equal(days, (Day(output.Find("SeriesDate")!.Text) - Day(output.Find("StudyDate")!.Text)).Days);
        Assert.NotEqual(first, output.Find("StudyDate")!.Text);
    }

    [Theory]
    [InlineData("20240311", "{0:yyyyMMdd}")]
    [InlineData("20240311235959.999999", "{0:yyyyMMdd}235959.999999")]
    [InlineData("202403112359+0900", "{0:yyyyMMdd}2359+0900")]
    [InlineData("20240311235959.5-0330", "{0:yyyyMMdd}235959.5-0330")]
    [InlineData("2024031123", "{0:yyyyMMdd}23")]
    public void A_date_with_time_is_moved_by_its_day_alone(string value, string form)
    {
        var moved = Day("20240311").AddDays(Shift());

        Assert.Equal(string.Format(CultureInfo.InvariantCulture, form, moved), Move("AcquisitionDateTime", value));
    }

    [Theory]
    [InlineData("202403", "yyyyMM")]
    [InlineData("2024", "yyyy")]
    public void Of_a_date_in_part_the_first_day_is_moved_and_the_same_parts_are_written(string value, string form) =>
        Assert.Equal(Day((value + "0101")[..8]).AddDays(Shift()).ToString(form, CultureInfo.InvariantCulture), Move("AcquisitionDateTime", value));

    [Theory]
    [InlineData("20240311-20240315", "{0:yyyyMMdd}-{1:yyyyMMdd}")]
    [InlineData("20240311-", "{0:yyyyMMdd}-")]
    [InlineData("-20240311", "-{0:yyyyMMdd}")]
    public void Of_a_range_both_ends_are_moved(string value, string form) => Assert.Equal(
        string.Format(CultureInfo.InvariantCulture, form, Day("20240311").AddDays(Shift()), Day("20240315").AddDays(Shift())),
        Move("ScheduledProcedureStepStartDate", value));

    [Fact]
    public void Each_of_several_values_is_moved() => Assert.Equal(
        $"{Day("20240311").AddDays(Shift()):yyyyMMdd}\\{Day("20230111").AddDays(Shift()):yyyyMMdd}", Move("DateOfLastCalibration", "20240311\\20230111"));

    [Fact]
    public void A_date_of_the_older_form_is_moved_and_written_as_its_representation_has_it() =>
        Assert.Equal($"{Day("20240311").AddDays(Shift()):yyyyMMdd}", Move("StudyDate", "2024.03.11"));

    [Theory]
    [InlineData("StudyDate", "20240231")]
    [InlineData("StudyDate", "UNKNOWN")]
    [InlineData("StudyDate", "11032024x")]
    [InlineData("StudyDate", "00000000")]
    [InlineData("SeriesDate", "2024-03-11")]
    [InlineData("SeriesDate", "3/11/24")]
    [InlineData("AcquisitionDateTime", "20241301101010")]
    [InlineData("AcquisitionDateTime", "yesterday")]
    public void What_is_no_date_does_not_stay(string attribute, string value) =>
        Assert.DoesNotContain(value, Move(attribute, value) ?? "", StringComparison.Ordinal);

    [Theory]
    [InlineData("20240311101500")]
    [InlineData("2024-03-11 10:15")]
    [InlineData("20240311")]
    [InlineData("240311")]
    [InlineData("101500.20240311")]
    [InlineData("101500\\20240311")]
    [InlineData("Muster")]
    public void What_is_no_time_of_day_does_not_stay_where_times_do(string value)
    {
        Assert.Equal("", Move("StudyTime", value));
        Assert.Null(Move("CurveTime", value));
    }

    [Theory]
    [InlineData("10")]
    [InlineData("1015")]
    [InlineData("101500")]
    [InlineData("101500.123456")]
    [InlineData("101500.1234567")]
    [InlineData("91500.0")]
    [InlineData("10:15:00")]
    [InlineData("101500\\235960")]
    public void A_time_of_day_stays(string value) => Assert.Equal(value, Move("CurveTime", value));

    [Theory]
    [InlineData("235959", "20240311", "000001", "20240312", 2)]
    [InlineData("120000", "20240228", "120000", "20240301", 172800)]
    public void Times_paired_with_dates_stay_as_far_apart_over_midnight(string time1, string date1, string time2, string date2, int seconds)
    {
        var output = Deidentified.Reading(
            new InstanceBuilder().Text("StudyDate", date1).Text("StudyTime", time1).Text("SeriesDate", date2).Text("SeriesTime", time2).Build(), Moving);

        Assert.Equal(seconds, (Moment(output, "Series") - Moment(output, "Study")).TotalSeconds);

        static DateTime Moment(Support.Reading.FileReading output, string kind) => DateTime.ParseExact(
            output.Find(kind + "Date")!.Text + output.Find(kind + "Time")!.Text, "yyyyMMddHHmmss", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Dates_at_every_depth_in_private_elements_that_stay_and_in_texts_move_by_the_same_days()
    {
        var profile = ProfileOf.Recipe("""
            { "options": ["RetainLongitudinalModifiedDates", "CleanDescriptors", "CleanStructuredContent"],
              "rules": [{ "privateCreator": "NOBODY 1.0", "element": "01", "action": "shift" }] }
            """);
        var source = new InstanceBuilder().Text("StudyDate", "20240311")
            .Text("StudyDescription", "compare 2024-03-01")
            .Text("0099,0010", "NOBODY 1.0", "LO").Text("0099,1001", "20240310", "DA")
            .Sequence("ContentSequence", item => item.Text("ValueType", "CONTAINER")
                .Sequence("ContentSequence", inner => inner.Text("DateTime", "20240309101010").Text("ValueType", "DATETIME"))).Build();

        var output = Deidentified.Reading(source, profile);

        Assert.Equal($"{Day("20240311").AddDays(Shift()):yyyyMMdd}", output.Find("StudyDate")!.Text);
        Assert.Equal($"compare {Day("20240301").AddDays(Shift()):yyyy-MM-dd}", output.Find("StudyDescription")!.Text);
        Assert.Equal($"{Day("20240310").AddDays(Shift()):yyyyMMdd}", output.Find("0099,1001")!.Text);
        Assert.Contains(output.All, element => element.Text == $"{Day("20240309").AddDays(Shift()):yyyyMMdd}101010");
    }

    [Fact]
    public void No_subject_has_a_shift_of_zero_and_many_have_different_ones()
    {
        var shifts = Enumerable.Range(0, 5000).Select(i => (Day(DateShift.ForSubject(TestKey.Key, $"SUBJ-{i}").Shift("20240311")!) - Day("20240311")).Days).ToArray();

        Assert.All(shifts, days => Assert.InRange(days, -3650, -1));
        Assert.True(shifts.Distinct().Count() > 2000);
    }

    [Fact]
    public void Another_key_moves_by_other_days()
    {
        var other = TestKey.Load([.. TestKey.Bytes.Reverse()]);

        Assert.NotEqual(DateShift.ForSubject(TestKey.Key, "SUBJ-1").Shift("20240311"), DateShift.ForSubject(other, "SUBJ-1").Shift("20240311"));
    }

    [Fact]
    public void The_days_of_the_shift_are_not_written()
    {
        var days = Math.Abs(Shift()).ToString(CultureInfo.InvariantCulture);
        var output = Deidentified.Reading(new InstanceBuilder().Text("StudyDate", "20240311").Text("SeriesDate", "20240312").Build(), Moving);

        Assert.DoesNotContain(output.All, element => element.Text == days || element.Text == "-" + days);
        Assert.Null(output.Find("0028,0304"));
    }

    [Fact]
    public void A_birth_date_in_a_text_goes_where_other_dates_move()
    {
        var output = Move("StudyDescription", "born 17.08.1952, seen 11.03.2024");

        Assert.Equal($"born [removed], seen {Day("20240311").AddDays(Shift()):dd.MM.yyyy}", output);
    }

    [Theory]
    [InlineData("2023-10-25", "yyyy-MM-dd")]
    [InlineData("2023/12/31", "yyyy/MM/dd")]
    [InlineData("31.12.2023", "dd.MM.yyyy")]
    [InlineData("20231225", "yyyyMMdd")]
    [InlineData("24 November 2023", "d MMMM yyyy")]
    [InlineData("November 24, 2023", "MMMM d, yyyy")]
    [InlineData("30-Nov-2023", "dd-MMM-yyyy")]
    public void A_day_of_two_digits_in_a_text_is_moved_whole(string date, string form)
    {
        var day = DateTime.ParseExact(date, form, CultureInfo.InvariantCulture).AddDays(Shift());
        var text = Move("StudyDescription", $"liver {date} axial")!;

        // A day of one digit may be written with two, as the one before was.
        var padded = form.Replace("d MMMM", "dd MMMM").Replace("MMMM d,", "MMMM dd,");
        Assert.Contains(text, new[] { form, padded }.Select(one => $"liver {day.ToString(one, CultureInfo.InvariantCulture)} axial"));
    }

    private static int Shift() => (Day(DateShift.ForSubject(TestKey.Key, Deidentified.Identity.Subject).Shift("20240311")!) - Day("20240311")).Days;

    private static string? Move(string attribute, string value) =>
        Deidentified.Reading(new InstanceBuilder().Text(attribute, value).Build(), Moving).Find(attribute) is { } element ? Encoding.Latin1.GetString(element.Value).Trim() : null;

    private static DateTime Day(string text) => DateTime.ParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture);
}
