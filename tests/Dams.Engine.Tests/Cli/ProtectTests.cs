using System;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Cli;

public sealed class ProtectTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _key;

    public ProtectTests()
    {
        _key = TestKey.WriteTo(_folder);
        _folder.Write(Path.Combine("in", "1"), CT.Slice(number: 1));
        _folder.Write(Path.Combine("in", "2"), CT.Slice(number: 2));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Protect_gives_what_the_engine_gives()
    {
        Batch.Run(Batch.Options(_folder["expected"]), new RecordingListener(), _folder["in"]);

        var run = Protect("--json", "--jobs", "2");

        Assert.Equal(0, run.ExitCode);
        Batch.AssertSameTree(_folder["expected"], _folder["out"]);
        var result = Assert.Single(run.EventsOf("protected"));
        Assert.Equal("MRN-4711", (string?)DamsCommand.Property(result, "PatientID"));
        Assert.StartsWith("SUBJ-", (string?)DamsCommand.Property(result, "Subject"), StringComparison.Ordinal);
        Assert.Equal("20240312", (string?)DamsCommand.Property(result, "CTDate"));
        Assert.Equal(2, (int?)DamsCommand.Property(result, "InstanceCount"));
        Assert.Equal(0, (int?)DamsCommand.Property(result, "FailedCount"));
    }

    [Fact]
    public void Without_json_nothing_is_on_standard_output_and_no_patient_on_standard_error()
    {
        var run = Protect();

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.Matches("^SUBJ-[0-9A-Z]{12}: 2 instances, 0 failed\n1 patients, 1 series, 2 instances, .* 0 failed[.]\\s*$", run.Error);
    }

    [Fact]
    public void A_number_that_somebody_wrote_into_the_modality_is_in_no_line()
    {
        _folder.Write("in/odd", CT.Slice(series: "1.2.3.77", number: 77, more: instance => instance.Text("Modality", "LH2133486")));

        var run = Protect();

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("LH2133486", run.Error + run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_profile_and_its_rules_are_the_users()
    {
        var run = Protect("--profile", "encode", "--remove", "SliceThickness", "0020,0011", "--keep", "StudyDescription",
            "--replace", "SeriesDescription=x=y", "--replace", "InstitutionName=A");

        Assert.Equal(0, run.ExitCode);
        var file = Output(0);
        Assert.Null(file.Find("SliceThickness"));
        Assert.Null(file.Find("SeriesNumber"));
        Assert.Equal("CT Abdomen Muster", file.Find("StudyDescription")!.Text);
        Assert.Equal("x=y", file.Find("SeriesDescription")!.Text);
        Assert.Equal("1.2.3.1.1", file.Find("SOPInstanceUID")!.Text);
    }

    [Fact]
    public void Of_two_values_for_one_attribute_the_later_wins()
    {
        var run = Protect("--replace", "SeriesDescription=first", "seriesdescription=second");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("second", Output(0).Find("SeriesDescription")!.Text);
    }

    [Fact]
    public void A_new_PatientID_or_PatientName_by_replace_is_the_identity_of_the_one_patient()
    {
        var run = Protect("--replace", "PatientID=LIVER-1", "PatientName=Given^Name");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("LIVER-1", Output(0).Find("PatientID")!.Text);
        Assert.Equal("Given^Name", Output(0).Find("PatientName")!.Text);
        Assert.Equal([_folder[Path.Combine("out", "LIVER-1")]], Directory.GetDirectories(_folder["out"]));
    }

    [Fact]
    public void The_new_identity_is_the_users()
    {
        var run = Protect("--subject-id", "LIVER-1", "--patient-name", "Given^Name", "--patient-birth-date", "19500607");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("LIVER-1", Output(0).Find("PatientID")!.Text);
        Assert.Equal("Given^Name", Output(0).Find("PatientName")!.Text);
        Assert.Equal("19500607", Output(0).Find("PatientBirthDate")!.Text);
        Assert.Equal([_folder[Path.Combine("out", "LIVER-1")]], Directory.GetDirectories(_folder["out"]));
    }

    [Fact]
    public void Prefix_and_format_of_the_name_are_the_users()
    {
        Assert.Equal(0, Protect("--subject-prefix", "P-", "--patient-name-format", "Liver^{Subject}").ExitCode);

        Assert.Matches("^Liver\\^P-[0-9A-Z]{12}$", Output(0).Find("PatientName")!.Text);
    }

    [Fact]
    public void The_subject_map_goes_in_and_out()
    {
        _folder.Write("map.csv", "subj,MRN,CT_date\r\nLIVER-7,MRN-4711,20200101\r\n"u8.ToArray());

        var run = Protect("--subject-map", _folder["map.csv"], "--export-map", _folder["map.csv"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("subj,MRN,CT_date\nLIVER-7,MRN-4711,20200101\nLIVER-7,MRN-4711,20240312\n", File.ReadAllText(_folder["map.csv"]));
        OwnerOnly.Assert(_folder["map.csv"]);
        Assert.Equal("LIVER-7", Output(0).Find("PatientID")!.Text);
    }

    [Fact]
    public void The_structure_is_kept_where_that_is_asked_for()
    {
        Assert.Equal(0, Protect("--keep-structure").ExitCode);

        Assert.Equal(["1", "2"], Batch.Tree(_folder["out"]).Keys);
    }

    [Fact]
    public void Issuers_are_ignored_where_that_is_asked_for()
    {
        _folder.Write(Path.Combine("in", "3"), CT.Slice(study: "1.2.5", series: "1.2.5.1", more: instance => instance.Text("IssuerOfPatientID", "Klinik")));

        var run = Protect();
        Assert.Contains("warning: One PatientID occurs with and without an issuer", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetDirectories(_folder["out"]).Length);

        Directory.Delete(_folder["out"], recursive: true);
        Assert.DoesNotContain("warning", Protect("--ignore-issuer").Error, StringComparison.Ordinal);
        Assert.Single(Directory.GetDirectories(_folder["out"]));
    }

    [Fact]
    public void Paths_are_validated_to_a_plan_with_folder_and_subject_and_nothing_is_made()
    {
        var without = DamsCommand.Run(_folder, "protect", "in", "--validate", "--json");
        Assert.Equal((0, ""), (without.ExitCode, (string?)without.EventsOf("planned").Single()["subject"]));
        Assert.False(File.Exists(_folder[Path.Combine("home", "data", "dams", "protection.key")]));

        var plan = DamsCommand.Run(_folder, "protect", "in", "--validate", "--json", "--key", _key);
        var patient = plan.EventsOf("planned").Single();
        Assert.Equal(_folder["in"], (string?)patient["folders"]![0]);
        Assert.StartsWith("SUBJ-", (string?)patient["subject"], StringComparison.Ordinal);
        Assert.Contains(_folder["in"], DamsCommand.Run(_folder, "protect", "in", "--validate").Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public void A_problem_of_a_plan_of_paths_is_exit_code_1()
    {
        var run = DamsCommand.Run(_folder, "protect", "in", "--validate", "--json", "--subject-id", "MRN-4711");

        Assert.Equal((1, "GivenValueIsPatients"), (run.ExitCode, (string?)run.EventsOf("planned").Single()["problemId"]));
    }

    [Fact]
    public void What_is_there_is_replaced_only_by_force()
    {
        Protect();

        var second = Protect("--json");
        Assert.Equal(1, second.ExitCode);
        // One for the patient: both files have it, and one thing is to be done.
        var failure = second.EventsOf("failure").Single();
        Assert.Equal("OutputExists", (string?)DamsCommand.Property(failure, "Id"));
        Assert.Contains("--resume", (string?)DamsCommand.Property(failure, "Message"), StringComparison.Ordinal);
        Assert.Equal(2, (int?)second.EventsOf("summary").Single()["failed"]);
        Assert.Equal(0, Protect("--force").ExitCode);
    }

    [Fact]
    public void Some_failed_is_exit_code_1()
    {
        _folder.Write(Path.Combine("in", "Muster_Erika"), CT.Slice(number: 3)[..^2]);

        var run = Protect("--json");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("TruncatedElement", (string?)DamsCommand.Property(Assert.Single(run.EventsOf("failure")), "Id"));
        Assert.Equal(2, Batch.Tree(_folder["out"]).Count);
        Assert.DoesNotContain("Muster", run.Error + string.Concat(run.EventsOf("failure")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_of_the_accounts_own_is_made_once_and_told_once()
    {
        var path = _folder[Path.Combine("home", "data", "dams", "protection.key")];

        var first = DamsCommand.Run(_folder, "protect", _folder["in"], "--destination", _folder["out"]);
        var second = DamsCommand.Run(_folder, "protect", _folder["in"], "--destination", _folder["again"]);

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains($"warning: A new key was made at {path}.", first.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("key", second.Error, StringComparison.Ordinal);
        OwnerOnly.Assert(path);
        Assert.Equal(ProtectionKey.Length, File.ReadAllBytes(path).Length);
        Batch.AssertSameTree(_folder["out"], _folder["again"]);
    }

    [UnixFact]
    public void A_stop_leaves_no_half_file_and_is_exit_code_130()
    {
        // Sparse, and long enough to write that the stop comes in the middle.
        var source = new InstanceBuilder().Add("PixelData", dataset => dataset.Header("PixelData", "OW", 0xFFFFFFF0)).Build();
        var path = _folder.Write(Path.Combine("large", "1"), source);
        using (var stream = new FileStream(path, FileMode.Open))
            stream.SetLength(source.Length + 0xFFFFFFF0L);

        var run = DamsCommand.RunAndStop(
            _folder, () => Directory.Exists(_folder["out"]) && Directory.EnumerateFiles(_folder["out"], "*", SearchOption.AllDirectories).Any(file => new FileInfo(file).Length > 1_000_000),
            "protect", _folder["large"], "--destination", _folder["out"], "--key", _key);

        Assert.Equal(130, run.ExitCode);
        Assert.Matches(@"^1 patients, \d series, \d+ instances, .* 0 failed\.\ndams: stopped\.\n$", run.Error);
        Assert.Empty(Batch.Tree(_folder["out"]));
    }

    private DamsCommand Protect(params string[] more) =>
        DamsCommand.Run(_folder, ["protect", _folder["in"], "--destination", _folder["out"], "--key", _key, .. more]);

    private FileReading Output(int index) =>
        FileReading.Parse(Batch.Tree(_folder["out"]).Values.ElementAt(index));
}
