using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Dams.Subjects;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Subjects;

public sealed class SubjectIdsTests
{
    private readonly SubjectIds _ids = new(TestKey.Key, SubjectIds.DefaultPrefix);

    [Theory]
    [InlineData("SUBJ-1", true)]
    [InlineData("1", true)]
    [InlineData("Zürich_한글.2", true)]
    [InlineData("", false)]
    [InlineData(".", false)]
    [InlineData("..", false)]
    [InlineData(".hidden", false)]
    [InlineData("ends.", false)]
    [InlineData("-x", false)]
    [InlineData("a/b", false)]
    [InlineData("a\\b", false)]
    [InlineData("a b", false)]
    [InlineData("a:b", false)]
    [InlineData("a*", false)]
    [InlineData("CON", false)]
    [InlineData("nul", false)]
    [InlineData("com1.txt", false)]
    [InlineData("COM10", true)]
    public void A_subject_is_a_name_of_a_folder_on_every_system(string text, bool expected) =>
        Assert.Equal(expected, SubjectIds.CanBeFolder(text));

    [Fact]
    public void A_subject_has_at_most_64_characters()
    {
        Assert.True(SubjectIds.CanBeFolder(new string('S', 64)));
        Assert.False(SubjectIds.CanBeFolder(new string('S', 65)));
    }

    [Fact]
    public void An_id_is_a_prefix_and_characters_that_are_not_taken_for_others() =>
        Assert.Matches("^SUBJ-[0-9A-HJKMNP-TV-Z]{12}$", _ids.Derive(new PatientIdentity("MRN-4711", "", "1.2.3")));

    [Fact]
    public void An_id_follows_from_the_key_and_the_identity_alone()
    {
        var bits = HMACSHA256.HashData(TestKey.Bytes, Encoding.UTF8.GetBytes("subject\0MRN-4711\0Klinik"));
        var number = bits.Take(8).Aggregate(0UL, (sum, value) => (sum << 8) | value);
        var expected = string.Concat(Enumerable.Range(0, 12).Select(i => "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[(int)(number >> (59 - 5 * i) & 31)]));

        Assert.Equal($"SUBJ-{expected}", _ids.Derive(new PatientIdentity("MRN-4711", "Klinik", "1.2.3")));
    }

    [Fact]
    public void The_study_matters_only_where_there_is_no_PatientID()
    {
        Assert.Equal(_ids.Derive(new PatientIdentity("A", "", "1.2")), _ids.Derive(new PatientIdentity("A", "", "1.3")));
        Assert.NotEqual(_ids.Derive(new PatientIdentity("", "", "1.2")), _ids.Derive(new PatientIdentity("", "", "1.3")));
        Assert.Equal(_ids.Derive(new PatientIdentity("", "", "1.2")), _ids.Derive(new PatientIdentity("", "Klinik", "1.2")));
    }

    [Fact]
    public void Patients_who_differ_in_anything_have_different_ids()
    {
        PatientIdentity[] patients =
        [
            new("A", "", ""), new("a", "", ""), new("B", "", ""), new("A", "B", ""), new("A", "b", ""), new("AB", "", ""),
            new("", "", "A"), new("", "", "1.2"), new("1.2", "", ""), new("홍", "", ""), new("洪", "", ""),
        ];

        Assert.Equal(patients.Length, patients.Select(_ids.Derive).Distinct().Count());
    }

    [Fact]
    public void Another_key_gives_other_ids()
    {
        var patient = new PatientIdentity("MRN-4711", "", "1.2.3");
        var other = new SubjectIds(TestKey.Load([.. TestKey.Bytes.Reverse()]), SubjectIds.DefaultPrefix);

        Assert.NotEqual(_ids.Derive(patient), other.Derive(patient));
    }

    [Theory]
    [InlineData("LIVER-")]
    [InlineData("")]
    [InlineData("Zürich.")]
    public void The_prefix_is_the_users(string prefix)
    {
        var id = new SubjectIds(TestKey.Key, prefix).Derive(new PatientIdentity("MRN-4711", "", "1.2.3"));

        Assert.StartsWith(prefix, id, StringComparison.Ordinal);
        Assert.Equal(_ids.Derive(new PatientIdentity("MRN-4711", "", "1.2.3"))[5..], id[prefix.Length..]);
        Assert.True(SubjectIds.CanBeFolder(id));
    }
}
