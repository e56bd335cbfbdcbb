using System;
using System.Collections.Generic;
using System.IO;
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
        return FileByFile.Run(source, destination, (path, target) => Command.Run(command, ["-e", "-c", certificate, "-i", path, "-o", target]));
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
