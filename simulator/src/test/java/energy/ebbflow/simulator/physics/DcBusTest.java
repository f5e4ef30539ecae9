package energy.ebbflow.simulator.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.PowerConverter.Command;
import energy.ebbflow.hal.Volts;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class DcBusTest {
  private static final double TICK = 0.005;
  private static final DcSource BATTERY = new DcSource(true, 366, 0.08);

  private DcBus bus = DcBus.DEAD;
  private DcConverter converter = DcConverter.off(DcConverterSpec.bidirectional20kW());

  private void run(double seconds, boolean closed, DcSource source) {
    for (double t = 0; t < seconds - 1e-9; t += TICK) {
      DcBus.Step step = bus.after(TICK, converter, closed, source);
      bus = step.bus();
      converter = step.converter();
    }
  }

  @Test
  void holdsAVoltageOnAnOpenInletAndDischargesItWhenOff() {
    converter = converter.command(new Command.HoldVoltage(new Volts(450), new Amps(1)));
    run(1, true, DcSource.NONE);
    assertEquals(450, bus.outletVolts(), 0.5);
    converter = converter.command(new Command.Off());
    run(1.2, true, DcSource.NONE);
    // IEC 61851-23: below 60 V it is safe; the discharge resistor is there for that.
    assertTrue(bus.outletVolts() < 60, bus.toString());
  }

  @Test
  void holdingAgainstABatteryKeepsTheSmallCurrentLimit() {
    converter = converter.command(new Command.HoldVoltage(new Volts(380), new Amps(2)));
    run(1, true, DcSource.NONE);
    run(1, true, BATTERY);
    assertEquals(2, bus.vehicleAmps(), 0.02);
    assertEquals(366, bus.outletVolts(), 1);
  }

  @Test
  void currentRampsToItsTargetAndReversesWithoutACommandInBetween() {
    run(0.1, true, BATTERY);
    converter =
        converter.command(new Command.Current(new Amps(50), new Volts(410), new Volts(320)));
    run(0.25, true, BATTERY);
    assertEquals(25, bus.vehicleAmps(), 1.5);
    run(0.5, true, BATTERY);
    assertEquals(50, bus.vehicleAmps(), 0.02);
    converter =
        converter.command(new Command.Current(new Amps(-40), new Volts(410), new Volts(320)));
    run(2, true, BATTERY);
    assertEquals(-40, bus.vehicleAmps(), 0.02);
    assertTrue(bus.outletWatts() < -14_000);
  }

  @Test
  void ceilingFloorAndPowerLimitBoundTheCurrent() {
    converter =
        converter.command(new Command.Current(new Amps(50), new Volts(368), new Volts(320)));
    run(2, true, BATTERY);
    // The ceiling is regulated at the converter; the cable takes a part: 2 V over 0.09 Ω.
    assertEquals(22.2, bus.vehicleAmps(), 0.1);
    converter =
        converter.command(new Command.Current(new Amps(-50), new Volts(410), new Volts(365)));
    run(2, true, BATTERY);
    assertEquals(-11.1, bus.vehicleAmps(), 0.1);
    converter = converter.command(new Command.Current(new Amps(60), new Volts(900), new Volts(1)));
    run(2, true, new DcSource(true, 600, 0.1));
    assertEquals(20_000, bus.outletWatts(), 50);
  }

  @Test
  void openContactorsUnderCurrentDoNotRaiseTheVoltageAboveTheCeiling() {
    converter =
        converter.command(new Command.Current(new Amps(50), new Volts(410), new Volts(320)));
    run(2, true, BATTERY);
    run(1, false, BATTERY);
    assertTrue(bus.converterVolts() <= 410.01, bus.toString());
    assertEquals(0, bus.outletAmps(), 1e-9);
  }

  // What flows out of the converter is what is stored, lost and taken: no energy from nowhere.
  @Test
  void currentIsConserved() {
    converter =
        converter.command(new Command.Current(new Amps(30), new Volts(410), new Volts(320)));
    run(3, true, BATTERY);
    double leak = bus.outletVolts() / DcBus.INLET_OHMS;
    double bleeder = bus.converterVolts() / DcConverter.BLEEDER_OHMS;
    assertEquals(converter.amps(), bus.vehicleAmps() + leak + bleeder, 1e-3);
  }

  // The vehicle's half lives behind a socket: its terminals may be up to a second old. The circuit
  // must stay calm for every battery and every age.
  @Property(tries = 200)
  void latencyOfTheCableDoesNotMakeTheCircuitUnstable(
      @ForAll @DoubleRange(min = 0.01, max = 2) double ohms,
      @ForAll @DoubleRange(min = 200, max = 800) double volts,
      @ForAll @DoubleRange(min = 0, max = 1) double latency,
      @ForAll @DoubleRange(min = -60, max = 60) double amps) {
    DcBus circuit = DcBus.DEAD;
    DcConverter regulator =
        DcConverter.off(DcConverterSpec.bidirectional20kW())
            .command(new Command.Current(new Amps(amps), new Volts(900), new Volts(1)));
    int late = (int) (latency / TICK);
    double[] history = new double[1600];
    double soc = 0;
    for (int i = 0; i < history.length; i++) {
      history[i] = volts + 20 * soc;
      double seen = history[Math.max(0, i - late)];
      DcBus.Step step = circuit.after(TICK, regulator, true, new DcSource(true, seen, ohms));
      circuit = step.bus();
      regulator = step.converter();
      // A battery of only 2 Ah moves its voltage a thousand times faster than a real one.
      soc += circuit.vehicleAmps() * TICK / 7200;
      assertTrue(circuit.outletVolts() > 0 && circuit.outletVolts() < 1000, circuit.toString());
      if (i > 20) {
        // The first ticks carry the inrush into the empty capacitors.
        assertTrue(Math.abs(circuit.vehicleAmps()) < 61, circuit.toString());
      }
    }
    double limit = Math.min(60, 20_000 / circuit.outletVolts());
    double expected = Math.max(-limit, Math.min(limit, amps));
    assertEquals(expected, circuit.vehicleAmps(), 0.6);
  }
}
