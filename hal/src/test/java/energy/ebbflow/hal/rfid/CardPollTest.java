package energy.ebbflow.hal.rfid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.Reading;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The conversation with the reader in virtual time. */
class CardPollTest {
  private static final long TICK = 10_000_000;

  private final Pn532Model reader = new Pn532Model();
  private final List<Reading> readings = new ArrayList<>();
  private CardPoll poll = CardPoll.initial(0);
  private byte[] underWay = new byte[0];
  private long now;

  private void run(double seconds) {
    long end = now + (long) (seconds * 1e9);
    while (now < end) {
      now += TICK;
      CardPoll.Step step = poll.step(underWay, now);
      poll = step.next();
      readings.addAll(step.readings());
      underWay = reader.step(step.transmit());
    }
  }

  private void lay(String uid) {
    reader.card(HexFormat.of().parseHex(uid));
  }

  @Test
  void identifiersOfAllThreeSizesAreToldOnceEach() {
    for (String uid : List.of("04A1B2C3", "04112233445566", "04112233445566778899")) {
      lay(uid);
      run(2);
      lay("");
      run(2);
    }
    assertEquals(
        List.of(
            new Reading.Rfid("04A1B2C3"),
            new Reading.Rfid("04112233445566"),
            new Reading.Rfid("04112233445566778899")),
        readings);
  }

  /** A card that wavers at the edge of the field is one card; taken away and put back it is new. */
  @Test
  void aCardIsNewOnlyAfterItWasAway() {
    lay("04A1B2C3");
    run(1);
    lay("");
    run(0.5);
    lay("04A1B2C3");
    run(1);
    assertEquals(1, readings.size());
    lay("");
    run(2);
    lay("04A1B2C3");
    run(1);
    assertEquals(2, readings.size());
  }

  @Test
  void oneDamagedAnswerIsForgivenThreeAreAFaultAndItGoesOn() {
    run(1);
    reader.damage(1);
    run(1);
    assertEquals(List.of(), readings);
    reader.damage(CardPoll.FAILURES_MAX);
    run(2);
    Reading.DeviceFault fault = (Reading.DeviceFault) readings.getFirst();
    assertEquals(CardPoll.DEVICE, fault.device());
    assertTrue(fault.detail().contains("checksum"), fault.detail());
    lay("04A1B2C3");
    run(2);
    assertEquals(new Reading.Rfid("04A1B2C3"), readings.getLast());
  }

  @Test
  void aReaderThatFallsSilentIsAFaultWhileItLastsAndIsWokenWhenItIsBack() {
    run(1);
    reader.silent(true);
    run(20);
    long faults = readings.stream().filter(r -> r instanceof Reading.DeviceFault).count();
    assertTrue(faults >= 3 && faults <= 4, "told every 5 s: " + faults);
    reader.silent(false);
    lay("04A1B2C3");
    run(2);
    assertEquals(new Reading.Rfid("04A1B2C3"), readings.getLast());
  }

  @Test
  void noTextForPeopleHoldsAnIdentifier() {
    Pn532Frame.Answer answer = new Pn532Frame.Answer(0x4B, HexFormat.of().parseHex("04a1b2c3"));
    assertEquals("Answer[75, 4 bytes]", answer.toString());
    reader.card(new byte[] {1, 2, 3});
    run(5);
    assertFalse(readings.toString().contains("010203"), readings.toString());
  }

  /** UM0701-02 6.2.1: GetFirmwareVersion as the manual's example shows it. */
  @Test
  void framesAreThoseOfTheManual() {
    assertArrayEquals(HexFormat.of().parseHex("0000ff02fed4022a00"), Pn532Frame.command(0x02));
    Pn532Frame.Cut cut =
        Pn532Frame.cut(
            HexFormat.of().parseHex("5500" + "0000ff00ff00" + "0000ff06fad50332010607e800"));
    assertEquals(new Pn532Frame.Ack(), cut.frames().getFirst());
    assertEquals(new Pn532Frame.Answer(3, new byte[] {0x32, 1, 6, 7}), cut.frames().getLast());
  }

  @Test
  void noiseNeverGrowsTheMemoryOfTheReader() {
    byte[] noise = new byte[4096];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (i * 31 ^ i >> 3);
    }
    assertTrue(Pn532Frame.cut(noise).rest().length <= Pn532Frame.LENGTH_MAX + 7);
  }
}
