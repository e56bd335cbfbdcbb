using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Dams.Benchmarks.Performance.Running;

/// <summary>Who takes part: a copy, Dams in its forms, and the peers that are installed.</summary>
internal sealed class Contestants(Options options, string work)
{
    private const int KeyLength = 32;

    private static readonly string Scripts = Path.Combine(AppContext.BaseDirectory, "Scripts");

    private readonly string _key = MakeKey(work);

    /// <summary>What all are compared with.</summary>
    public static Contestant Copy { get; } = new("cp -r", "cp", (source, destination) => ["-r", $"{source}/.", destination], true);

    /// <summary>The native file with a profile and so many workers.</summary>
    public Contestant Native(string profile, int workers) =>
        Dams($"dams (native file), {profile}, {Workers(workers)}", options.Native!, [], profile, workers);

    /// <summary>All who take part in the comparison in Basic.</summary>
    public IEnumerable<Contestant> All()
    {
        yield return Copy;
        if (options.Native is not null)
        {
            yield return Native("Basic", 1);
            yield return Native("Basic", 2);
        }
        yield return Dams("dams (ReadyToRun), Basic, 2 workers", "dotnet", [options.Build], "Basic", 2);
        if (options.PowerShell is { } powerShell)
            yield return Module(powerShell);
        if (Find("dcmodify") is { } dcmodify)
            yield return new("dcmodify on a copy", "sh", (source, destination) => [Path.Combine(Scripts, "dcmodify.sh"), dcmodify, source, destination]);
        if (Find("gdcmanon") is { } gdcmanon)
        {
            var certificate = MakeCertificate();
            yield return new("gdcmanon", gdcmanon, (source, destination) => ["-e", "-c", certificate, "-r", "-i", source, "-o", destination]);
        }
        if (options.Python is { } python)
        {
            yield return new("pydicom, table E.1-1", python, (source, destination) => [
                Path.Combine(Scripts, "basic_profile.py"), Path.Combine(Scripts, "confidentiality-profile.tsv"), source, destination]);
            yield return new("pydicom, four attributes", python, (source, destination) => [Path.Combine(Scripts, "four_attributes.py"), source, destination]);
        }
        if (options.FoDicom is { } foDicom)
            yield return new("fo-dicom's anonymizer", foDicom, (source, destination) => [source, destination]);
    }

    private Contestant Dams(string name, string command, string[] first, string profile, int workers) => new(
        name,
        command,
        (source, destination) => [
            .. first, "protect", source, "--destination", destination, "--profile", profile, "--key", _key, "--jobs", $"{workers}", "--force"],
        true);

    private Contestant Module(string powerShell) => new(
        "Protect-DicomPatient, in a new pwsh",
        powerShell,
        (source, destination) => [
            "-NoProfile", "-NonInteractive", "-Command",
            $"Import-Module '{options.Module}'; $ErrorActionPreference = 'Stop'; "
                + $"Get-DicomSeries '{source}' | Protect-DicomPatient -Destination '{destination}' -KeyPath '{_key}' -ThrottleLimit 2 -Force -Confirm:$false > $null"],
        true);

    private static string Workers(int count) => count == 1 ? "1 worker" : $"{count} workers";

    private static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static string MakeKey(string work)
    {
        var path = Path.Combine(work, "key");
        File.WriteAllBytes(path, [.. Enumerable.Range(1, KeyLength).Select(i => (byte)(i * 7))]);
        // A key that others can read is refused. (The program runs on Linux alone.)
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return path;
    }

    private string MakeCertificate()
    {
        var path = Path.Combine(work, "certificate.pem");
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=nobody", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(path, certificate.ExportCertificatePem());
        return path;
    }
}
