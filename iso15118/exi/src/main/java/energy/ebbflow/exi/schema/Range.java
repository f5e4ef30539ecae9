package energy.ebbflow.exi.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The smallest and the largest value of a whole number, both included. They also fix the coding: up
 * to 4096 values are coded in a fixed number of bits, ranges from zero up as unsigned, others as
 * signed integers (EXI 1.0, section 7.1.5).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {
  /** The smallest value. */
  long min();

  /** The largest value. */
  long max();
}
