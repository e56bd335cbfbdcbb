using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using Dams.Cleaning;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Cleaning.Recognizers;

/// <summary>A program or a service of the user's own says where texts identify, too.</summary>
public sealed class TextRecognizerTests : IDisposable
{
    // Its answer to the text below, and to others.
    private const string Answered = """case $line in *zorblatt*) echo '{"spans":[{"start":5,"length":8,"kind":"Name"}]}';; *) echo '{"spans":[]}';; esac""";

    private const string Text = "seen zorblatt, liver normal";

    private readonly TemporaryFolder _folder = new();
    private readonly RecordingListener _listener = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public void What_a_program_names_goes_from_texts_that_are_cleaned_and_is_asked_once()
    {
        using var recognizer = TextRecognizer.Open(Program($"read -r line; echo \"$line\" >> '{_folder["asked"]}'; {Answered}"));
        for (var i = 1; i <= 3; i++)
            _folder.Write(Path.Combine("in", $"{i}"), CT.Slice(number: i, more: instance => instance.Text("ImageComments", Text)));

        var files = Batch.Run(Options() with { Recognizer = recognizer }, new RunContext(_listener) { Workers = 1 }, _folder["in"]).SelectMany(series => series.Files).ToArray();

        Assert.Equal(3, files.Length);
        Assert.All(files, file => Assert.Equal("seen [removed], liver normal", FileReading.Parse(File.ReadAllBytes(file)).Find("ImageComments")!.Text));
        Assert.Single(File.ReadAllLines(_folder["asked"]), line => line == $"{{\"text\":\"{Text}\"}}");
    }

    [Fact]
    public async Task What_a_service_names_goes_too()
    {
        using var service = new Service(request => request == "{\"text\":\"\\u91d1 zorblatt\"}" ? """{"spans":[{"start":2,"length":8,"kind":"Person"}]}""" : null);
        using var recognizer = TextRecognizer.Open(service.Address);

        Assert.Equal("金 [removed]", await Task.Run(() => Cleaned(recognizer, "金 zorblatt")));
    }

    [Fact]
    public async Task Places_are_counted_in_characters_of_Unicode()
    {
        using var service = new Service(_ => """{"spans":[{"start":2,"length":8}]}""");
        using var recognizer = TextRecognizer.Open(service.Address);

        Assert.Equal("\U00020B9F [removed]", await Task.Run(() => Cleaned(recognizer, "\U00020B9F zorblatt")));
    }

    [UnixFact]
    [CoversError("RecognizerFailed")]
    public void A_program_that_ends_fails_its_file_and_the_next_has_a_new_one()
    {
        using var recognizer = TextRecognizer.Open(Program($"read -r line; case $line in *crash*) exit 3;; esac; {Answered}"));
        _folder.Write(Path.Combine("in", "1"), CT.Slice(number: 1, more: instance => instance.Text("ImageComments", "crash zorblatt")));
        _folder.Write(Path.Combine("in", "2"), CT.Slice(number: 2, more: instance => instance.Text("ImageComments", Text)));

        var files = Batch.Run(Options() with { Recognizer = recognizer }, new RunContext(_listener) { Workers = 1 }, _folder["in"]).SelectMany(series => series.Files).ToArray();

        Assert.Single(files);
        Assert.Equal("RecognizerFailed", Assert.Single(_listener.Failures).Error.Id);
        Assert.DoesNotContain("zorblatt", _listener.Failures[0].Error.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_line_too_many_is_not_taken_for_the_answer_to_the_next_text()
    {
        using var recognizer = TextRecognizer.Open(Program($"echo loading; while read -r line; do {Answered}; done"));

        Assert.Equal("RecognizerAnswer", Assert.Throws<DamsException>(() => recognizer.Find(Text)).Id);
        Assert.Equal("RecognizerAnswer", Assert.Throws<DamsException>(() => recognizer.Find("liver normal, nothing else here")).Id);
    }

    [UnixFact]
    public void One_that_was_ended_starts_no_program_again()
    {
        var recognizer = TextRecognizer.Open(Program($"echo started >> '{_folder["started"]}'; while read -r line; do {Answered}; done"));
        recognizer.Find(Text);
        recognizer.Dispose();

        Assert.Equal("RecognizerFailed", Assert.Throws<DamsException>(() => recognizer.Find(Text)).Id);
        Assert.Single(File.ReadAllLines(_folder["started"]));
    }

    [UnixFact]
    [CoversError("RecognizerTimeout")]
    public void One_that_is_silent_fails_its_file()
    {
        using var recognizer = TextRecognizer.Open(Program("read -r line; exec sleep 60"), TimeSpan.FromSeconds(1));

        Assert.Equal("RecognizerTimeout", Assert.Throws<DamsException>(() => recognizer.Find(Text)).Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("spans")]
    [InlineData("{}")]
    [InlineData("""{"spans":[{"start":20,"length":8,"kind":"Name"}]}""")]
    [InlineData("""{"spans":[{"start":-1,"length":8,"kind":"Name"}]}""")]
    [InlineData("""{"spans":[{"start":0,"length":2147483647,"kind":"Name"}]}""")]
    [InlineData("""{"spans":[{"start":0,"length":0,"kind":"Name"}]}""")]
    [InlineData("""{"spans":[{"start":"0","length":"3","kind":"Name"}]}""")]
    [CoversError("RecognizerAnswer")]
    public async Task An_answer_that_names_nothing_of_the_text_fails_the_file(string answer)
    {
        using var service = new Service(_ => answer);
        using var recognizer = TextRecognizer.Open(service.Address);

        Assert.Equal("RecognizerAnswer", (await Assert.ThrowsAsync<DamsException>(() => Task.Run(() => recognizer.Find(Text)))).Id);
    }

    [Fact]
    public async Task A_service_that_refuses_fails_the_file()
    {
        using var service = new Service(_ => null);
        using var recognizer = TextRecognizer.Open(service.Address);

        Assert.Equal("RecognizerFailed", (await Assert.ThrowsAsync<DamsException>(() => Task.Run(() => recognizer.Find(Text)))).Id);
    }

    [Theory]
    [InlineData("http://192.0.2.7/")]
    [InlineData("http://example.org/")]
    [InlineData("http://localhost.example.org/")]
    [InlineData("http://127.0.0.1@example.org/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("ftp://127.0.0.1/")]
    [CoversError("RecognizerNotLocal")]
    public void No_text_leaves_this_machine(string address) =>
        Assert.Equal("RecognizerNotLocal", Assert.Throws<DamsException>(() => TextRecognizer.Open(address)).Id);

    [Theory]
    [InlineData("http://127.0.0.1:8080/")]
    [InlineData("http://[::1]:8080/find")]
    [InlineData("https://localhost/")]
    public void An_address_of_this_machine_is_taken(string address) => TextRecognizer.Open(address).Dispose();

    [Fact]
    [CoversError("RecognizerNotFound")]
    public void A_program_has_to_be_there() =>
        Assert.Equal("RecognizerNotFound", Assert.Throws<DamsException>(() => TextRecognizer.Open(_folder["nothing"])).Id);

    [Fact]
    [CoversError("RecognizerUnused")]
    public void A_profile_that_cleans_no_text_refuses_one()
    {
        using var recognizer = TextRecognizer.Open("http://127.0.0.1:9/");

        Assert.Equal("RecognizerUnused", Assert.Throws<DamsException>(() =>
            new ProtectionRun(Batch.Options(_folder["out"]) with { Recognizer = recognizer }, new RunContext(_listener))).Id);
    }

    private static string Cleaned(TextRecognizer recognizer, string text) =>
        new TextCleaner(new KnownValues(), shift: null, keepsDates: true, recognizer: recognizer).Clean(text, int.MaxValue);

    private ProtectionOptions Options() => Batch.Options(_folder["out"]) with { Profile = Deidentified.Profile("Research") };

    /// <summary>A program that does something for each line that it reads.</summary>
    private string Program(string each)
    {
        var path = _folder["recognizer"];
        // Written by another process: a file that this one has open to write, a process that another test starts may hold for a
        // moment, and what is held so cannot be run.
        using var writer = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "cat > \"$0\" && chmod 700 \"$0\"", path]) { RedirectStandardInput = true })!;
        writer.StandardInput.Write($"#!/bin/sh\nwhile :; do {each}; [ -z \"$line\" ] && exit; done\n");
        writer.StandardInput.Close();
        writer.WaitForExit();
        Assert.Equal(0, writer.ExitCode);
        return path;
    }

    /// <summary>A service on a free port; it refuses what it has no answer to.</summary>
    private sealed class Service : IDisposable
    {
        private readonly HttpListener _service = new();

        public Service(Func<string, string?> answer)
        {
            Address = $"http://127.0.0.1:{FreePort()}/";
            _service.Prefixes.Add(Address);
            _service.Start();
            _ = Task.Run(() => Serve(answer));
        }

        public string Address { get; }

        public void Dispose() => _service.Close();

        private async Task Serve(Func<string, string?> answer)
        {
            while (_service.IsListening)
            {
                var context = await _service.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
                var text = answer(await reader.ReadToEndAsync());
                context.Response.StatusCode = text is null ? 500 : 200;
                context.Response.Close(Encoding.UTF8.GetBytes(text ?? ""), willBlock: true);
            }
        }

        private static int FreePort()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }
}
