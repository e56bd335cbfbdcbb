using System;
using System.IO;
using Dams.Subjects;
using Xunit;

namespace Dams.Tests.Sidecars;

/// <summary>A run over XML, and what tests expect of the patients in it.</summary>
public abstract class XmlRunTestBase : IDisposable
{
    protected const string Nameless = "<PatientInfo sex=\"F\"/>";

    protected XmlRunBuilder Run { get; } = new();

    public void Dispose()
    {
        Run.Dispose();
        GC.SuppressFinalize(this);
    }

    protected string Subject(string patientId) => new SubjectIds(Run.Key, "SUBJ-").Derive(new PatientIdentity(patientId, "", ""));

    protected void Refused(string id, GivenIdentity? given = null)
    {
        Assert.Empty(Run.Run(Run.Options(), given));
        var failure = Assert.Single(Run.Listener.Failures);
        Assert.Equal(id, failure.Error.Id);
        Assert.DoesNotMatch("Muster|4711|9999", failure.Message);
        Assert.False(Directory.Exists(Run.Out));
    }
}
