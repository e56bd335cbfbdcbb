using System;
using System.IO;
using System.Linq;
using System.Text;
using Dams.Subjects;
using Xunit;

namespace Dams.Tests.Sidecars;

public sealed class XmlRecipeTests : IDisposable
{
    private const string Report =
        "<Report  id='MRN-4711'>\n  <Name kind=\"full\">  Erika Muster </Name>\n  <Day>20240312</Day><Study>1.2.3.4</Study>"
        + "<Text><p>Dr. Weber saw <b>Muster</b></p>,\n size 12 mm</Text><!-- Muster --></Report>";

    private readonly XmlRunBuilder _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("/Report/Name", "remove", "'>\n  \n  <Day>")]
    [InlineData("/Report/Name", "empty", "<Name kind=\"full\"></Name>")]
    [InlineData("/Report/Name", "keep", "<Name kind=\"full\">  Erika Muster </Name>")]
    [InlineData("/Report/Name/text()", "remove", "<Name kind=\"full\"></Name>")]
    [InlineData("/Report/@id", "remove", "<Report>\n  <Name")]
    [InlineData("/Report/@id", "empty", "<Report  id=''>\n  <Name")]
    [InlineData("/Report/@id", "keep", "<Report  id='MRN-4711'>\n  <Name")]
    [InlineData("/Report/Text", "empty", "</Study><Text></Text><!--")]
    [InlineData("//comment()", "remove", "</Text></Report>")]
    [InlineData("/Report/Text", "clean", "<Text><p>Dr. [removed] saw <b>[removed]</b></p>,\n size 12 mm</Text>")]
    public void An_action_changes_what_its_path_finds(string path, string action, string expected)
    {
        var result = Protect($$"""{ "xml": [{ "path": "{{path}}", "action": "{{action}}" }] }""");
        Assert.Contains(expected, result, StringComparison.Ordinal);
        Assert.StartsWith("<Report", result, StringComparison.Ordinal);
        Assert.EndsWith("</Report>", result, StringComparison.Ordinal);
    }

    [Fact]
    public void Replace_writes_its_value()
    {
        var result = Protect("""{ "xml": [{ "path": "/Report/Name | /Report/Text", "action": "replace", "value": "<nobody>" }] }""");
        Assert.Contains("<Name kind=\"full\">&lt;nobody&gt;</Name>", result, StringComparison.Ordinal);
        Assert.Contains("<Text>&lt;nobody&gt;</Text>", result, StringComparison.Ordinal);
    }

    [Fact]
    public void Shift_moves_by_the_days_of_the_patient()
    {
        var subject = new SubjectIds(_run.Key, "SUBJ-").Derive(new PatientIdentity("MRN-4711", "", ""));
        var result = Protect("""{ "xml": [{ "path": "/Report/Day", "action": "shift" }] }""");
        Assert.Contains($"<Day>{DateShift.ForSubject(_run.Key, subject).Shift("20240312")}</Day>", result, StringComparison.Ordinal);
    }

    [Fact]
    public void Remap_replaces_short_UIDs_too() => Assert.Contains(
        $"<Study>{new UidMap(_run.Key).Map("1.2.3.4")}</Study>",
        Protect("""{ "xml": [{ "path": "//Study", "action": "remap" }] }"""),
        StringComparison.Ordinal);

    [Fact]
    public void Hash_gives_the_same_digits_for_the_same_value()
    {
        var first = Protect("""{ "xml": [{ "path": "/Report/@id | //Day", "action": "hash" }] }""");
        Assert.Matches("^<Report  id='[0-9a-f]{16}'>", first);
        Assert.Equal(first, Protect("""{ "xml": [{ "path": "//Day | //@id", "action": "hash" }] }"""));
    }

    [Fact]
    public void What_no_rule_is_about_is_cleaned_as_in_a_log()
    {
        var result = Protect("""{ "xml": [{ "path": "/Report/Study", "action": "keep" }] }""");
        Assert.DoesNotMatch("Erika|Muster|4711|2024", result);
        Assert.Contains("size 12 mm", result, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_rules_the_later_wins_and_both_win_over_what_Dams_knows()
    {
        var recipe = _run.Recipe("""{ "xml": [{ "path": "//@patientID", "action": "remove" }, { "path": "//PatientData/@*", "action": "replace", "value": "x" }] }""");
        var result = Encoding.UTF8.GetString(_run.Protect(Encoding.UTF8.GetBytes(Planning.Log("")), _run.Options() with { Recipe = recipe }));
        Assert.Contains("<PatientData seriesID=\"x\" seriesNumber='x'   seriesPath=\"x\" patientID=\"x\"/>", result, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rules_of_the_profile_hold_and_those_of_the_recipe_win()
    {
        var profile = XmlRunBuilder.Profile(_run.Recipe("""{ "profile": "Encode", "xml": [{ "path": "/Report/Day", "action": "empty" }, { "path": "/Report/Study", "action": "empty" }] }"""));
        var recipe = _run.Files.Write("other.json", """{ "xml": [{ "path": "/Report/Study", "action": "keep" }] }""");
        var result = Encoding.UTF8.GetString(_run.Protect(Encoding.UTF8.GetBytes(Report), _run.Options() with { Profile = profile, Recipe = recipe }));
        Assert.Contains("<Day></Day><Study>1.2.3.4</Study>", result, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/Report[", "/Report[")]
    [InlineData("count(//a)", "count(//a)")]
    [InlineData("//x:Patient", "//x:Patient")]
    [InlineData("//a[$b]", "//a[$b]")]
    [InlineData("", "")]
    public void A_path_that_finds_nothing_ever_is_refused_with_line_and_rule(string path, string told)
    {
        var recipe = _run.Recipe($"{{ \"xml\": [\n {{ \"path\": \"/a\", \"action\": \"keep\" }},\n {{ \"path\": \"{path}\", \"action\": \"keep\" }} ] }}");
        var error = Assert.Throws<DamsException>(() => _run.Run(_run.Options() with { Recipe = recipe }));
        Assert.Equal("MalformedRecipe", error.Id);
        Assert.StartsWith($"Line 3 of the recipe, rule 2 of xml: {told} is no XPath", error.Message, StringComparison.Ordinal);
    }

    private string Protect(string recipe)
    {
        _run.Files.WriteSeries("in/images", Planning.SourceUid);
        _run.Files.Write("in/report.xml", Report);
        var result = _run.Run(_run.Options() with { Recipe = _run.Recipe(recipe), Force = true }).Single();
        return File.ReadAllText(result.Path);
    }
}
