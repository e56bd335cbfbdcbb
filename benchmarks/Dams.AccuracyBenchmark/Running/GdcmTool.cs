using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Dams.Benchmarks.Accuracy.Scoring;

namespace Dams.Benchmarks.Accuracy.Running;

/// <summary>gdcmanon, which keeps what it takes out encrypted for a certificate.</summary>
internal sealed class GdcmTool(string command, string work) : ITool
{
    public string Name => "gdcmanon";

    public IReadOnlyList<ProfileKind> Profiles { get; } = [ProfileKind.Basic];

    public string Run(string source, string destination, ProfileKind profile)
    {
        var certificate = Certificate();
        var faults = new List<string>();
        foreach (var path in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Order())
        {
            var target = Path.Combine(destination, Path.GetRelativePath(source, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var result = Command.Run(command, ["-e", "-c", certificate, "-i", path, "-o", target]);
            if (result.ExitCode != 0)
                faults.Add(result.Errors.Split('\n').FirstOrDefault() ?? "");
        }
        return string.Join('\n', faults);
    }

    private string Certificate()
    {
        var path = Path.Combine(work, "certificate.pem");
        if (!File.Exists(path))
        {
            using var key = RSA.Create(2048);
            var request = new CertificateRequest("CN=nobody", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
            File.WriteAllText(path, certificate.ExportCertificatePem());
        }
        return path;
    }
}
