using System;
using Dams.Network.Querying;
using Dams.Network.Receiving;
using Dams.Network.Tests.Partners;
using Dams.Network.Tests.Support;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Network.Tests.Querying;

/// <summary>C-FIND and C-MOVE with Orthanc.</summary>
public sealed class QueryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly int _port = Program.FreePort();

    public void Dispose() => _folder.Dispose();

    [PartnerFact("Orthanc", "storescu")]
    public void A_study_is_found_by_accession_number_patient_and_date()
    {
        using var archive = Filled(3);
        using var finder = new StudyFinder(archive.Connection, default);

        foreach (var query in new[]
        {
            new StudyQuery("", "ACC-815", "", "", ""), new StudyQuery("MRN-4711", "", "", "", ""), new StudyQuery("", "", "1.2.3", "", "CT"),
            new StudyQuery("MRN-4711", "", "", "20240301-20240331", ""),
        })
        {
            var study = Assert.Single(finder.Find(query));
            Assert.Equal(("1.2.3", "MRN-4711", "ACC-815", "20240311"), (study.StudyInstanceUID, study.PatientID, study.AccessionNumber, study.StudyDate));
            Assert.Equal(3, study.InstanceCount);
        }
        Assert.Empty(finder.Find(new StudyQuery("", "ACC-816", "", "", "")));
        Assert.Empty(finder.Find(new StudyQuery("MRN-4711", "", "", "20240401-", "")));
    }

    [PartnerFact("Orthanc", "storescu")]
    public void A_study_that_is_requested_comes_whole()
    {
        using var archive = Filled(24);
        using var receiver = Receiver();
        using var mover = new StudyMover(archive.Connection, receiver, default);

        var (folders, missing) = mover.Move("1.2.3", (_, _) => { });

        Assert.Null(missing);
        Assert.Equal(24, Assert.Single(SeriesIndex.Read(folders, new RunContext(new RecordingListener()))).InstanceCount);
    }

    [PartnerFact("Orthanc", "storescu")]
    public void A_study_that_Orthanc_does_not_have_it_refuses_to_send()
    {
        using var archive = Filled(1);
        using var receiver = Receiver();
        using var mover = new StudyMover(archive.Connection, receiver, default);

        var error = Assert.Throws<DamsException>(() => mover.Move("1.2.3.99", (_, _) => { }));

        Assert.Equal("MoveRefused", error.Id);
    }

    [Fact]
    [CoversError("StudyNotThere")]
    public void An_archive_that_says_it_is_done_and_sent_nothing_is_told()
    {
        using var archive = new RefusingNode(0);
        using var receiver = Receiver();
        using var mover = new StudyMover(archive.Connection, receiver, default);

        Assert.Equal("StudyNotThere", Assert.Throws<DamsException>(() => mover.Move("1.2.3", (_, _) => { })).Id);
    }

    [PartnerFact("Orthanc", "storescu")]
    [CoversError("MoveRefused")]
    public void An_archive_that_does_not_know_where_to_send_says_so()
    {
        using var archive = Filled(1);
        using var receiver = new Receiver(Options() with { AETitle = "NOBODY" });
        using var mover = new StudyMover(archive.Connection, receiver, default);

        var error = Assert.Throws<DamsException>(() => mover.Move("1.2.3", (_, _) => { }));

        // Orthanc has one status for all that it refuses.
        Assert.Equal("MoveRefused", error.Id);
    }

    [Fact]
    [CoversError("UnknownMoveDestination")]
    public void An_archive_that_names_the_destination_as_the_reason_is_understood()
    {
        using var archive = new RefusingNode(0xA801);
        using var receiver = Receiver();
        using var mover = new StudyMover(archive.Connection, receiver, default);

        Assert.Equal("UnknownMoveDestination", Assert.Throws<DamsException>(() => mover.Move("1.2.3", (_, _) => { })).Id);
    }

    [PartnerFact("storescu")]
    [CoversError("StudyIncomplete")]
    public void A_study_that_comes_in_part_is_given_and_told()
    {
        using var archive = new RefusingNode(0xB000) { Failures = 2 };
        using var receiver = Receiver();
        using var mover = new StudyMover(archive.Connection, receiver, default);
        Program.Run("storescu", _folder.Path, ["--aetitle", Orthanc.Title, "--call", "DAMS", "127.0.0.1", $"{_port}", .. Instances.WriteSeries(_folder, 1)]);

        var (folders, missing) = mover.Move("1.2.3", (_, _) => { });

        Assert.Single(folders);
        Assert.Equal("StudyIncomplete", missing?.Id);
    }

    [Fact]
    [CoversError("FindRefused")]
    public void An_archive_that_does_not_answer_a_query_is_told_with_its_status()
    {
        using var archive = new RefusingNode(0xA700);
        using var finder = new StudyFinder(archive.Connection, default);

        var error = Assert.Throws<DamsException>(() => finder.Find(new StudyQuery("MRN-4711", "", "", "", "")));

        Assert.Equal("FindRefused", error.Id);
        Assert.Contains("A700", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", error.Message, StringComparison.Ordinal);
    }

    [PartnerFact("storescp")]
    [CoversError("ServiceNotOffered")]
    public void A_node_that_only_stores_is_told()
    {
        using var archive = new StoreScp(_folder["scp"]);
        using var finder = new StudyFinder(archive.Connection, default);

        Assert.Equal("ServiceNotOffered", Assert.Throws<DamsException>(() => finder.Find(new StudyQuery("MRN-4711", "", "", "", ""))).Id);
    }

    [Theory]
    [InlineData("2024-03-11", "20240311")]
    [InlineData("20240311", "20240311")]
    [InlineData("2024-03-01-2024-03-31", "20240301-20240331")]
    [InlineData("20240301-", "20240301-")]
    [InlineData("-20240331", "-20240331")]
    [InlineData("", "")]
    [InlineData("11.03.2024", "20240311")]
    [InlineData("2024.03.11", "20240311")]
    [InlineData("2024. 3. 11.", "20240311")]
    [InlineData("11.03.2024 00:00:00", "20240311")]
    [InlineData("01.03.2024 - 31.03.2024", "20240301-20240331")]
    public void Dates_are_written_as_a_query_has_them(string text, string expected) => Assert.Equal(expected, StudyQuery.DateRange(text));

    [Theory]
    [InlineData("11/03/2024")]
    [InlineData("20240311x")]
    [InlineData("2024031")]
    [InlineData("20241399")]
    [InlineData("-")]
    [CoversError("UnusableDate")]
    public void What_is_no_day_is_refused(string text) =>
        Assert.Equal("UnusableDate", Assert.Throws<DamsException>(() => StudyQuery.DateRange(text)).Id);

    private Orthanc Filled(int count)
    {
        var archive = new Orthanc(_folder["orthanc"], ("DAMS", _port));
        var files = Instances.WriteSeries(_folder, count, isProtected: false);
        var (code, said) = Program.Run("storescu", _folder.Path, ["--call", Orthanc.Title, "127.0.0.1", $"{archive.Port}", .. files]);
        Assert.True(code == 0, said);
        return archive;
    }

    private Receiver Receiver() => new(Options());

    private ReceiverOptions Options() => new(_folder["in"], "DAMS", _port, [Orthanc.Title], AddressList.Parse(["127.0.0.1"])) { MinimumFreeBytes = 0 };
}
