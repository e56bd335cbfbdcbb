namespace Dams.Tests.Fuzzing;

/// <summary>What the assembly of the tests does when it is started as a program.</summary>
internal static class FuzzProgram
{
    public static int Main(string[] arguments)
    {
        if (arguments is not [FuzzChild.Verb, _, _, _, _, _])
            return 2;
        FuzzChild.Run(arguments[1..]);
        return 0;
    }
}
