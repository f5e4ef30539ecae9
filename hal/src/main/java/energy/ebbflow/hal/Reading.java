package energy.ebbflow.hal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a device tells about one EVSE. Offered by driver threads, consumed by the EVSE's loop. */
public sealed interface Reading {

  /**
   * Peak levels of the control pilot over one PWM period, measured at the station.
   *
   * @param high positive peak, about 12, 9, 6, 3 or 0 V (IEC 61851-1 Table A.2)
   * @param low negative peak, about -12 V while PWM runs through the vehicle's diode, equal to
   *     {@code high} for a steady signal
   */
  record Pilot(Volts high, Volts low) implements Reading {}

  /**
   * Rating of the plugged cable (IEC 61851-1 Table B.2); absent when no plug is in the socket. A
   * tethered cable has no proximity reading.
   */
  record Proximity(Optional<Amps> cableRating) implements Reading {}

  /** Mirror contacts of the power contactors. */
  record Contactor(boolean closed) implements Reading {}

  /**
   * Whoever reads the mirror contacts is not heard any more, and they were closed when it was heard
   * last, or were told to close since: what was said last does not count any longer. Ends with the
   * next {@link Contactor}.
   */
  record ContactorUnknown() implements Reading {}

  /** Position of the connector lock. */
  record Lock(boolean locked) implements Reading {}

  /** A residual-current trip, or the result of the self-test. */
  record ResidualCurrent(boolean tripped, boolean selfTestPassed) implements Reading {}

  /**
   * A meter sample. The registers never run backwards and never net each other.
   *
   * @param imported energy delivered to the vehicle, Wh
   * @param exported energy taken from the vehicle, Wh
   * @param power signed power towards the vehicle
   * @param phaseCurrents one value per measured phase (one for DC), signed
   * @param phaseVoltages one value per measured phase (one for DC)
   */
  record Meter(
      WattHours imported,
      WattHours exported,
      Watts power,
      List<Amps> phaseCurrents,
      List<Volts> phaseVoltages)
      implements Reading {
    public Meter {
      phaseCurrents = List.copyOf(phaseCurrents);
      phaseVoltages = List.copyOf(phaseVoltages);
    }
  }

  /**
   * State of the DC converter, measured at its output, before the contactors.
   *
   * @param volts output voltage
   * @param amps output current, positive towards the vehicle
   * @param vehicleVolts voltage on the vehicle's side of the contactors
   */
  record Converter(Volts volts, Amps amps, Volts vehicleVolts) implements Reading {}

  /**
   * Isolation resistance between the DC lines and earth.
   *
   * @param kiloOhms the smaller of both poles, kΩ
   */
  record Isolation(double kiloOhms) implements Reading {}

  /**
   * A temperature.
   *
   * @param sensor where it is measured, as the board file may name it: "pins" or "ambient"
   * @param celsius degree Celsius; not a number when a sensor that was there is gone
   */
  record Temperature(String sensor, double celsius) implements Reading {
    /** What a driver says that knows no more than the hottest of its sensors. */
    public static final String OUTLET = "outlet";

    /** The hottest of the outlet's sensors. */
    public Temperature(double celsius) {
      this(OUTLET, celsius);
    }
  }

  /** A card was held against the reader. {@code uid} is the card's identifier in upper-case hex. */
  record Rfid(String uid) implements Reading {}

  /** The emergency stop's contact. */
  record EmergencyStop(boolean pressed) implements Reading {}

  /** Presence of the supplying grid (R17). */
  record Grid(boolean present) implements Reading {}

  /**
   * An input by which the grid operator or an energy manager bounds this outlet, such as the
   * contact of a ripple control receiver.
   *
   * @param charge most power towards the vehicle, at least 0; absent while nothing is bounded
   */
  record GridLimit(Optional<Watts> charge) implements Reading {
    public GridLimit {
      if (charge.filter(most -> !(most.value() >= 0)).isPresent()) {
        throw new IllegalArgumentException("a limit expects at least 0 W, got " + charge);
      }
    }
  }

  /**
   * Power at the meter of the site's connection to the grid, positive where the site draws; the
   * station's own power is within it.
   */
  record Site(Watts power) implements Reading {}

  /**
   * Frequency and voltage of the supplying grid. What one source does not tell another one may:
   * each value counts until it is told again, or {@code validNanos} have passed.
   *
   * @param hertz absent where the meter does not tell it
   * @param phaseVoltages line to neutral, one value per phase; empty where they are not measured
   * @param validNanos how long it counts, above 0: as long as its source needs to be heard again
   *     though one answer is lost
   */
  record GridQuality(Optional<Double> hertz, List<Volts> phaseVoltages, long validNanos)
      implements Reading {
    public GridQuality {
      if (validNanos <= 0 || hertz.filter(value -> !Double.isFinite(value)).isPresent()) {
        throw new IllegalArgumentException(
            "the grid expects a finite frequency and a time above 0 ns, got "
                + hertz
                + ", "
                + validNanos);
      }
      phaseVoltages = List.copyOf(phaseVoltages);
    }
  }

  /** The protective earth; a board that does not measure it says nothing, or that it is there. */
  record Earth(boolean connected) implements Reading {}

  /**
   * The controller's own supply, on a board with a power-fail input: a supply that is no longer
   * good still lasts for as long as its capacitors, some 20 ms.
   */
  record Supply(boolean good) implements Reading {}

  /** A device that no longer answers or answers nonsense; {@code detail} is for people. */
  record DeviceFault(String device, String detail) implements Reading {
    /** {@code device} of a safety microcontroller: its loss is worse than that of another. */
    public static final String SAFETY_CONTROLLER = "safety microcontroller";

    /** {@code device} of the meter of the site's connection: no outlet depends on it. */
    public static final String SITE_METER = "site meter";

    /** {@code device} of what measures the supplying grid: without it nothing is fed in. */
    public static final String GRID_METER = "grid meter";

    /** Devices without which energy flows, if only towards the vehicle. */
    private static final Set<String> COMFORT =
        Set.of("card reader", "lamp", SITE_METER, GRID_METER);

    /** Whether energy must not flow while it lasts. */
    public boolean stopsEnergy() {
      return !COMFORT.contains(device);
    }
  }
}
