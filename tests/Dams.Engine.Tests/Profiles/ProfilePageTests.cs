using System;
using System.IO;
using System.Linq;
using Dams.Help;
using Dams.Profiles;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Profiles;

public sealed class ProfilePageTests
{
    [Fact]
    public void The_page_of_the_profiles_says_what_the_engine_does()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "profiles.md")).ReplaceLineEndings("\n");

        Assert.Equal(ProfilePage.Write().ReplaceLineEndings("\n"), page);
    }

    [Fact]
    public void The_page_has_a_line_for_every_attribute_of_the_table_and_a_column_for_every_option_in_it()
    {
        var lines = ProfilePage.Write().Split('\n');
        var head = lines.Single(line => line.StartsWith("| Tag | Attribute | Basic |", StringComparison.Ordinal));
        var rows = lines.SkipWhile(line => line != head).Skip(2).TakeWhile(line => line.StartsWith("| ", StringComparison.Ordinal)).Count();
        var options = ConfidentialityTable.Rows.SelectMany(row => row.Options.Keys).Distinct().ToArray();

        Assert.Equal(ConfidentialityTable.Rows.Count, rows);
        // Safe private attributes have one line, which the text above the table explains.
        Assert.Equal(options.Except([nameof(ProfileOption.RetainSafePrivate)]).Count(), head.Count(letter => letter == '|') - 5);
    }
}
