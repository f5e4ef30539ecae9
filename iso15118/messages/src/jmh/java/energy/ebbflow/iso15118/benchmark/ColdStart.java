package energy.ebbflow.iso15118.benchmark;

import energy.ebbflow.exi.ExiCodec;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;

/**
 * The first decode and encode of every set in a new virtual machine. What matters is the time from its
 * start to its end, which whoever starts it takes; {@code -XX:AOTCacheOutput} makes the cache.
 */
public final class ColdStart {
  private static final String[] MESSAGES = {
    // app
    "800041a9f2baba93b0000000000040",
    // iso2
    "8098015596d928d90808e45a41ab074e888c4de4cc49cccd880cc4e678a81b7d68f61201c66a8da4"
        + "6c6e4caf246f2e268425b5c5a5892951e10a3b31ffffa1ab18afd620ffffa1b928f200c000b313b9"
        + "33a826a80015e4ddc089bc24971c93c000c000b0a5996f80a39c289d4000a70031e263b3c003b72f"
        + "b832bb803bfffd0d320006b670059966b67005b4f959677c04212012095648191a36b11ad1dbe001"
        + "e3ef08adb071ea820e49686a6a466b475f2f472e2e41c6e4e724ceed4d8b2e85a9e6ca080209821e"
        + "6def6eda375b6c149cc509cd05ca65a7f91204800400805191cb32ca9aa351e28e80c44a6c6c367e"
        + "c0",
    // iso20
    "808c044f8d943a0f09f060880808004280",
    // iso20-ac
    "800c04011558dd40204c73080808040236787f8ffff80900",
    // iso20-dc
    "80380429a84fb23d216e7d88080808080801022c60006efe8080983fffc0402270000ffff0107f82"
        + "0027454014a1fffe0200",
    // iso20-wpt
    "80700465a8c6f94f5703ad0cdffffffffffffffff012306218ffff8089fe32aa808e0ffff01046",
    // iso20-acdp
    "80040400eea868537475ce0c0ffffffffffffffff012160100",
    // din
    "809a012385bbcd081e4cd8ce4d000298e4d28a8fbe026117d40e03ab106b67005453dbf90054d40d"
        + "5dcc7fffd0c05ffff437ae40140f453a672778536777562f2f225a440400401caea0a4cc4ea8a46c"
        + "d48aea6400e53596535774a203e3a64736d00aa325919329b3aba82ab416b89cb6b3a9ba20a31207"
        + "2138a89ba125b22923282099203f91fd03eac6d730002204819b539d8e90333449b407f215203040"
        + "2ecfc048611249a0e5ca7c6719d929691001641655f5849614c6b4c68756920772364496d5164540"
        + "03ea37860138789064eb335101b7f53bcc4e9feeaea8d178900cbdedfd609ecb886e0ccd653b4c0b"
        + "4e546b326a512649394246",
    // dsig
    "80a20240c2e4359ac4132314b6a8bea077748024010b10",
  };

  private ColdStart() {}

  /** Codes one message of each set, in the order of the sets. */
  public static void main(String... arguments) {
    byte[] buffer = new byte[4096];
    int octets = 0;
    for (MessageSet set : MessageSet.values()) {
      byte[] message = parse(MESSAGES[set.ordinal()]);
      ExiCodec<V2gMessage> codec = set.codec();
      V2gMessage decoded = codec.decode(message, 0, message.length);
      octets += codec.encode(decoded, buffer, 0);
    }
    // No concatenation: it would set up machinery that is no part of the codec.
    System.out.println(Integer.toString(octets).concat(" octets in all sets"));
  }

  private static byte[] parse(String hex) {
    byte[] octets = new byte[hex.length() / 2];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) Integer.parseInt(hex, 2 * i, 2 * i + 2, 16);
    }
    return octets;
  }
}
