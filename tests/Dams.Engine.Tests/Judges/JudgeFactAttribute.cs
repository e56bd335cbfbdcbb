using Xunit;

namespace Dams.Tests.Judges;

/// <summary>A test that needs a program of somebody else; skipped, with the reason, where that is not.</summary>
public sealed class JudgeFactAttribute : FactAttribute
{
    public JudgeFactAttribute(string judge)
    {
        if (judge == "pydicom" ? Judge.Python is null : !Judge.IsThere(judge))
            Skip = judge == "pydicom" ? "needs Python with pydicom ($DAMS_PYTHON or python3)" : $"needs {judge} on the path";
    }
}
