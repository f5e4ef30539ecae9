package energy.ebbflow.simulator.exi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.ExiCodec;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.app.AppProtocol;
import energy.ebbflow.iso15118.message.app.ResponseCode;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolRequest;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolResponse;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.session.SessionSetupRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExiCommandTest {
  private static final V2gMessage SETUP =
      new SessionSetupRequest(
          new MessageHeader(Octets.of(new byte[8]), 1_767_225_600L, Optional.empty()), "WMI&1");

  @TempDir Path folder = Path.of("");

  private record Result(int code, String out, String err) {}

  private static Result run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = ExiCommand.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    int code = line.execute(arguments);
    return new Result(code, out.toString().strip(), err.toString().strip());
  }

  private static byte[] exi(MessageSet set, V2gMessage message) {
    byte[] buffer = new byte[4096];
    ExiCodec<V2gMessage> codec = set.codec();
    return Arrays.copyOf(buffer, codec.encode(message, buffer, 0));
  }

  @Test
  void aFileThatIsNotThereIsNamedOnce() {
    Result wrong = run("encode", "--set", "iso20", folder.resolve("none.xml").toString());
    assertEquals(1, wrong.code());
    assertTrue(wrong.err().contains("expected a file, got nothing of the name"), wrong.err());
  }

  @Test
  void decodePrintsIndentedXmlThatEncodeReads() throws IOException {
    String hex = HexFormat.of().formatHex(exi(MessageSet.ISO20, SETUP));
    Result decoded = run("decode", "--set", "iso20", hex);
    assertEquals(0, decoded.code(), decoded.err());
    assertTrue(
        decoded.out().contains("\n  <ct:Header>\n    <ct:SessionID>0000000000000000<"),
        decoded.out());
    assertTrue(decoded.out().contains("<ns0:EVCCID>WMI&amp;1</ns0:EVCCID>"), decoded.out());
    Path file = folder.resolve("message.xml");
    Files.writeString(file, decoded.out());
    assertEquals(hex, run("encode", "--set", "iso20", file.toString()).out());
  }

  @Test
  void decodeReadsFilesOfTextAndOfOctets() throws IOException {
    byte[] message = exi(MessageSet.ISO20, SETUP);
    Path text = folder.resolve("message.hex");
    Path octets = folder.resolve("message.exi");
    Files.writeString(text, HexFormat.ofDelimiter(" ").formatHex(message) + "\n");
    Files.write(octets, message);
    String expected = run("decode", "--set", "iso20", HexFormat.of().formatHex(message)).out();
    assertEquals(expected, run("decode", "--set", "iso20", text.toString()).out());
    assertEquals(expected, run("decode", "--set", "iso20", octets.toString()).out());
  }

  @Test
  void jsonHasNumbersAndNames() {
    String hex = HexFormat.of().formatHex(exi(MessageSet.ISO20, SETUP));
    assertEquals(
        "{\"SessionSetupReq\":{\"Header\":{\"SessionID\":\"0000000000000000\",\"TimeStamp\":1767225600},"
            + "\"EVCCID\":\"WMI&1\"}}",
        run("decode", "--set", "iso20", "--json", hex).out());
  }

  /** A value alone, and a name that the schema of -2 has for a string and for a record. */
  @Test
  void fragmentsOfValuesGoBothWays() throws IOException {
    Path file = folder.resolve("fragment.xml");
    String soc = "<PresentSOC xmlns=\"urn:iso:std:iso:15118:-20:CommonTypes\">42</PresentSOC>";
    String body = "urn:iso:15118:2:2013:MsgBody";
    String types = "urn:iso:15118:2:2013:MsgDataTypes";
    String text = "<eMAID xmlns=\"" + body + "\">DE8AA1A2B3C4D59</eMAID>";
    String record =
        "<b:eMAID xmlns:b=\"%s\" xmlns:t=\"%s\" t:Id=\"id1\">DE8AA1A2B3C4D59</b:eMAID>"
            .formatted(body, types);
    for (String[] one : new String[][] {{"iso20", soc}, {"iso2", text}, {"iso2", record}}) {
      Files.writeString(file, one[1]);
      Result hex = run("encode", "--set", one[0], "--fragment", file.toString());
      assertEquals(0, hex.code(), hex.err());
      Result back = run("decode", "--set", one[0], "--fragment", hex.out());
      assertEquals(0, back.code(), back.err());
      Files.writeString(file, back.out());
      assertEquals(hex.out(), run("encode", "--set", one[0], "--fragment", file.toString()).out());
      assertTrue(back.out().contains(one[1].replaceAll("<[^>]*>", "")), back.out());
      assertEquals(one[1].contains("id1"), back.out().contains("id1"), back.out());
    }
    Files.writeString(file, soc);
    String hex = run("encode", "--set", "iso20", "--fragment", file.toString()).out();
    assertEquals(
        "{\"PresentSOC\":42}", run("decode", "--set", "iso20", "--fragment", "--json", hex).out());
  }

  @Test
  void fragmentsThatCannotBeAreNamed() throws IOException {
    Path file = folder.resolve("fragment.xml");
    // 0 to 100 is what the type permits; an element of that name does not exist; this one is
    // abstract, so that none can exist.
    String[][] wrong = {
      {"<PresentSOC xmlns=\"urn:iso:std:iso:15118:-20:CommonTypes\">101</PresentSOC>", "0 to 100"},
      {
        "<StateOfCharge xmlns=\"urn:iso:std:iso:15118:-20:CommonTypes\">1</StateOfCharge>",
        "no frag"
      },
      {"<CLReqControlMode xmlns=\"urn:iso:std:iso:15118:-20:CommonTypes\"/>", "no fragment"}
    };
    for (String[] one : wrong) {
      Files.writeString(file, one[0]);
      Result result = run("encode", "--set", "iso20", "--fragment", file.toString());
      assertEquals(1, result.code(), one[0]);
      assertEquals(1, result.err().lines().count(), result.err());
      assertTrue(result.err().contains(one[1]), result.err());
    }
  }

  @Test
  void malformedInputIsOneLineWithTheOffset() {
    String hex = HexFormat.of().formatHex(exi(MessageSet.ISO20, SETUP));
    Result result = run("decode", "--set", "iso20", hex.substring(0, 20));
    assertEquals(1, result.code());
    assertEquals(1, result.err().lines().count(), result.err());
    assertTrue(
        result.err().matches("SessionSetupReq: .* at bit \\d+ \\(octet \\d+\\): .*"), result.err());
  }

  @Test
  void whatIsNoHexSaysWhere() {
    Result result = run("decode", "--set", "iso20", "80zz");
    assertEquals(1, result.code());
    assertTrue(result.err().contains("got 'z' at offset 2"), result.err());
  }

  @Test
  void anUnknownSetIsWrongUsage() {
    Result result = run("decode", "--set", "iso3", "80");
    assertEquals(2, result.code());
    assertTrue(result.err().contains("iso20-acdp"), result.err());
  }

  @Test
  void xmlOutOfPlaceIsNamed() throws IOException {
    Path file = folder.resolve("wrong.xml");
    Files.writeString(
        file,
        "<a:supportedAppProtocolRes xmlns:a=\"urn:iso:15118:2:2010:AppProtocol\">"
            + "<SchemaID>1</SchemaID></a:supportedAppProtocolRes>");
    Result result = run("encode", "--set", "app", file.toString());
    assertEquals(1, result.code());
    assertEquals("supportedAppProtocolRes: expected ResponseCode, got SchemaID", result.err());
  }

  @Test
  void xmlThatIsNotWellFormedSaysWhere() throws IOException {
    Path file = folder.resolve("wrong.xml");
    Files.writeString(file, "<a><b></a>");
    Result result = run("encode", "--set", "app", file.toString());
    assertEquals(1, result.code());
    assertEquals(1, result.err().lines().count(), result.err());
    assertTrue(result.err().contains("offset"), result.err());
  }

  @Test
  void traceFollowsTheNegotiationOverReorderedSegments() throws IOException {
    byte[] request =
        v2gtp(
            0x8001,
            exi(
                MessageSet.APP,
                new SupportedAppProtocolRequest(
                    List.of(new AppProtocol("urn:iso:std:iso:15118:-20:DC", 1, 0, 7, 1)))));
    byte[] response =
        v2gtp(
            0x8001,
            exi(
                MessageSet.APP,
                new SupportedAppProtocolResponse(
                    ResponseCode.OK_SUCCESSFUL_NEGOTIATION, Optional.of(7))));
    byte[] setup = v2gtp(0x8002, exi(MessageSet.ISO20, SETUP));
    ByteArrayOutputStream capture = new ByteArrayOutputStream();
    capture.writeBytes(pcapHeader());
    capture.writeBytes(packet(true, 1000, 2, new byte[0]));
    int half = request.length / 2;
    // The second half overtakes the first, which then comes twice.
    capture.writeBytes(
        packet(true, 1001 + half, 16, Arrays.copyOfRange(request, half, request.length)));
    capture.writeBytes(packet(true, 1001, 16, Arrays.copyOf(request, half)));
    capture.writeBytes(packet(true, 1001, 16, Arrays.copyOf(request, half)));
    capture.writeBytes(packet(false, 5001, 16, response));
    capture.writeBytes(packet(true, 1001 + request.length, 16, setup));
    Path file = folder.resolve("session.pcap");
    Files.write(file, capture.toByteArray());
    Result result = run("trace", "--verbose", file.toString());
    assertEquals(0, result.code(), result.err());
    List<String> names =
        result
            .out()
            .lines()
            .filter(line -> line.contains("#"))
            .map(line -> line.strip().split("  +")[3])
            .toList();
    assertEquals(
        List.of("supportedAppProtocolReq", "supportedAppProtocolRes", "SessionSetupReq"),
        names,
        result.out());
    assertTrue(result.out().contains("<ns0:EVCCID>WMI&amp;1</ns0:EVCCID>"), result.out());
  }

  @Test
  void aFileThatIsNoCaptureIsOneLine() throws IOException {
    Path file = folder.resolve("no.pcap");
    Files.writeString(file, "this is certainly no capture");
    Result result = run("trace", file.toString());
    assertEquals(1, result.code());
    assertTrue(result.err().contains("neither pcap nor pcapng"), result.err());
  }

  private static byte[] v2gtp(int type, byte[] payload) {
    return ByteBuffer.allocate(8 + payload.length)
        .put((byte) 1)
        .put((byte) 0xFE)
        .putShort((short) type)
        .putInt(payload.length)
        .put(payload)
        .array();
  }

  private static byte[] pcapHeader() {
    return ByteBuffer.allocate(24)
        .putInt(0xA1B2C3D4)
        .putShort((short) 2)
        .putShort((short) 4)
        .putLong(0)
        .putInt(65535)
        .putInt(101)
        .array();
  }

  /** A TCP segment over IPv6, without Ethernet. */
  private static byte[] packet(boolean fromVehicle, int sequence, int flags, byte[] payload) {
    byte[] vehicle = "fe80000000000000000000000000000a".getBytes(StandardCharsets.US_ASCII);
    byte[] vehicleAddress = HexFormat.of().parseHex(new String(vehicle, StandardCharsets.US_ASCII));
    byte[] stationAddress = vehicleAddress.clone();
    stationAddress[15] = 0x0B;
    int length = 20 + payload.length;
    ByteBuffer out = ByteBuffer.allocate(16 + 40 + length);
    out.putInt(100).putInt(0).putInt(40 + length).putInt(40 + length);
    out.putInt(0x60000000).putShort((short) length).put((byte) 6).put((byte) 64);
    out.put(fromVehicle ? vehicleAddress : stationAddress);
    out.put(fromVehicle ? stationAddress : vehicleAddress);
    out.putShort((short) (fromVehicle ? 50000 : 61341))
        .putShort((short) (fromVehicle ? 61341 : 50000));
    out.putInt(sequence)
        .putInt(0)
        .put((byte) 0x50)
        .put((byte) flags)
        .putShort((short) 1000)
        .putInt(0);
    return out.put(payload).array();
  }
}
