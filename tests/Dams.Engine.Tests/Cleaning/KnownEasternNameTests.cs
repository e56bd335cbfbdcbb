using Xunit;

namespace Dams.Tests.Cleaning;

/// <summary>Names of the header in Korean and Japanese as people write them: a given name alone, over a line, with long vowels otherwise.</summary>
public sealed class KnownEasternNameTests
{
    private const string Korean = "Name=Kim^Chulsu=김^철수", Japanese = "Name=ヤマダ^タロウ";

    [Theory]
    [InlineData("철수가 아프다", "[removed]가 아프다")]
    [InlineData("철수는 어제부터 열남", "[removed]는 어제부터 열남")]
    [InlineData("철수야 일어나", "[removed]야 일어나")]
    [InlineData("철수씨", "[removed]씨")]
    [InlineData("철수님의 검사", "[removed]님의 검사")]
    [InlineData("철수에게 설명함", "[removed]에게 설명함")]
    [InlineData("철수랑 같이 옴", "[removed]랑 같이 옴")]
    [InlineData("철수이가 넘어짐", "[removed]이가 넘어짐")]
    [InlineData("철수네 가족", "[removed]네 가족")]
    [InlineData("철수아빠 동행", "[removed]아빠 동행")]
    [InlineData("철수 엄마와 통화", "[removed] 엄마와 통화")]
    [InlineData("김\n철수 흉부", "[removed] 흉부")]
    [InlineData("김\r\n철수 흉부", "[removed] 흉부")]
    [InlineData("김철\n수 흉부", "[removed] 흉부")]
    [InlineData("김  철  수 흉부", "[removed] 흉부")]
    [InlineData("김 \n 철수 흉부", "[removed] 흉부")]
    [InlineData("김\t철수", "[removed]")]
    [InlineData("김-철수/철수.김", "[removed]")]
    public void A_Korean_given_name_that_is_a_word_goes_where_somebody_is_meant(string text, string expected) =>
        Assert.Equal(expected, KnownText.Cleaned(Korean, text));

    [Theory]
    [InlineData("카테터 철수하고 지혈")]
    [InlineData("철수를 시작함")]
    [InlineData("병력 철수")]
    [InlineData("철수가 지연되어 내원함")]
    [InlineData("카테터 철수는 통증 호소로 중단")]
    [InlineData("의료진 철수 후 복용")]
    [InlineData("기구 철수도 완료")]
    [InlineData("수가 청구")]
    [InlineData("김장 후 허리 통증")]
    public void The_same_word_stays_where_it_is_one(string text) => Assert.Equal(text, KnownText.Cleaned(Korean, text));

    [Theory]
    [InlineData("Name=이^정상", "정상아와 비교")]
    [InlineData("Name=이^정상", "정상은 아님 복용 중")]
    [InlineData("Name=김^수지", "우측 수지는 부어 내원")]
    [InlineData("Name=오^지수", "체질량 지수가 체중이 늘어")]
    [InlineData("Name=Kim^Sangtae", "상태가 힘들어 내원")]
    [InlineData("Name=이^상", "이\n상복부 통증")]
    public void Other_words_that_are_names_stay(string name, string text) => Assert.Equal(text, KnownText.Cleaned(name, text));

    [Theory]
    [InlineData("ヤマダ・タロー")]
    [InlineData("ヤマダ･タロー")]
    [InlineData("ﾔﾏﾀﾞ･ﾀﾛｰ")]
    [InlineData("ﾔﾏﾀﾞ ﾀﾛｰ")]
    [InlineData("ヤマダタロオ")]
    [InlineData("ヤマダ＝タロー")]
    [InlineData("タロー・ヤマダ")]
    [InlineData("やまだ・たろー")]
    [InlineData("タロー")]
    public void A_long_vowel_is_written_in_any_way(string name) => Assert.Equal("胸部 [removed] 施行", KnownText.Cleaned(Japanese, $"胸部 {name} 施行"));

    [Theory]
    [InlineData("Name=佐々木^蓮", "蓮の母に説明", "[removed]の母に説明")]
    [InlineData("Name=佐々木^蓮", "蓮ママ来院", "[removed]ママ来院")]
    [InlineData("Name=林^安", "安妈妈签字", "[removed]妈妈签字")]
    [InlineData("Name=林^石头", "石头妈要听报告", "[removed]妈要听报告")]
    [InlineData("Name=林^石头", "自称石头，无身份证", "自称[removed]，无身份证")]
    [InlineData("Name=林^石头", "患者自称石头", "患者自称[removed]")]
    [InlineData("Name=Maeng^Miso", "미소환아 진정", "[removed]환아 진정")]
    [InlineData("Name=林^娜", "新生儿林之子，出生2小时", "新生儿[removed]之子，出生2小时")]
    [InlineData("Name=冼^娜", "打完药冼打喷嚏", "打完药[removed]打喷嚏")]
    public void A_given_or_a_family_name_alone_goes_beside_who_calls_or_what_people_do(string name, string text, string expected) =>
        Assert.Equal(expected, KnownText.Cleaned(name, text));

    [Theory]
    [InlineData("Name=佐々木^蓮", "睡蓮の母葉、蓮根の父")]
    [InlineData("Name=林^安", "不安妈妈，平安家属")]
    [InlineData("Name=林^石头", "石头没找着，胆囊石头")]
    [InlineData("Name=成^娜", "造成恶心，完成配合")]
    [InlineData("Name=安^娜", "平安出院，安静配合")]
    public void The_same_letters_stay_in_other_words(string name, string text) => Assert.Equal(text, KnownText.Cleaned(name, text));

    [Theory]
    [InlineData("Name=Han^Hoon", "성명 한 훈 성별 M", "성명 [removed] 성별 M")]
    [InlineData("Name=오^상", "오상 L-spine MR", "[removed] L-spine MR")]
    public void A_name_of_two_syllables_goes_where_forms_have_it(string name, string text, string expected) => Assert.Equal(expected, KnownText.Cleaned(name, text));

    [Theory]
    [InlineData("Name=김^지훈", "pt K.J.H. 흉부", "pt [removed] 흉부")]
    [InlineData("Name=Kim^Jihoon", "J.H.K. 흉부", "[removed] 흉부")]
    public void A_Korean_name_has_an_initial_for_each_syllable(string name, string text, string expected) => Assert.Equal(expected, KnownText.Cleaned(name, text));

    [Theory]
    [InlineData("さん")]
    [InlineData("様")]
    [InlineData("氏")]
    [InlineData("くん")]
    [InlineData("ちゃん")]
    [InlineData("殿")]
    [InlineData("先生")]
    [InlineData("君")]
    public void So_it_is_before_a_title(string title)
    {
        Assert.Equal($"[removed]{title}", KnownText.Cleaned(Japanese, $"タロー{title}"));
        Assert.Equal($"[removed]{title}", KnownText.Cleaned(Japanese, $"ヤマダ・タロー{title}"));
    }

    [Theory]
    [InlineData("Name=オオノ^ユウコ", "オーノ・ユーコさん", "[removed]さん")]
    [InlineData("Name=オオノ^ユウコ", "ｵｰﾉ ﾕｳｺ", "[removed]")]
    [InlineData("Name=サトウ^ショウコ", "ｻﾄｳ ｼﾖｳｺ", "[removed]")]
    [InlineData("Name=Yamada^Taro=山田^太郎=やまだ^たろう", "ヤマダ・タロー", "[removed]")]
    public void Vowels_and_small_letters_within_a_name_too(string name, string text, string expected) => Assert.Equal(expected, KnownText.Cleaned(name, text));

    [Theory]
    [InlineData("Name=コウ^ユウ", "コーヒーを飲むユーザー")]
    [InlineData("Name=コウ^ユウ", "ユーイング肉腫")]
    [InlineData("Name=オオタ^ケイ", "クオーター、モーター")]
    public void A_longer_word_in_katakana_stays(string name, string text) => Assert.Equal(text, KnownText.Cleaned(name, text));

    [Theory]
    [InlineData("김^준", "준이가 어제 넘어짐", "[removed]이가 어제 넘어짐")]
    [InlineData("김^순자", "순자 어린이 이물질 의심", "[removed] 어린이 이물질 의심")]
    [InlineData("Li^Zheng=李^正", "患儿正疑吞入异物", "患儿[removed]疑吞入异物")]
    [InlineData("Li^Lei=李^磊", "小磊哭闹，未能配合", "小[removed]哭闹，未能配合")]
    [InlineData("김^준", "기준이가 다름", "기준이가 다름")]
    [InlineData("김^복", "급성 복통 어린이", "급성 복통 어린이")]
    [InlineData("Li^Nao=李^脑", "小脑半球未见异常", "小脑半球未见异常")]
    [InlineData("Li^Jing=李^静", "小静脉扩张", "小静脉扩张")]
    public void A_given_name_of_a_child_goes(string name, string text, string expected) => Assert.Equal(expected, KnownText.CleanedProse($"Name={name}", text));
}
