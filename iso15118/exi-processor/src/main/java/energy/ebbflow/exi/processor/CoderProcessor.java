package energy.ebbflow.exi.processor;

import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiSet;
import energy.ebbflow.exi.schema.ExiType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Writes a coder for every {@code @ExiType} record and a codec for every {@code @ExiSet}. */
@SupportedAnnotationTypes({"energy.ebbflow.exi.schema.ExiType", "energy.ebbflow.exi.schema.ExiSet"})
public final class CoderProcessor extends AbstractProcessor {
  private final QNameIds ids = new QNameIds();

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    try {
      ModelReader reader =
          new ModelReader(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
      for (TypeElement record : types(round.getElementsAnnotatedWith(ExiType.class))) {
        TypeModel type = reader.type(record);
        write(type.coder(), new CoderWriter(type, ids).print(), record);
      }
      for (TypeElement marker : types(round.getElementsAnnotatedWith(ExiSet.class))) {
        SetModel set = set(marker, reader);
        CodecWriter writer = new CodecWriter(set);
        write(set.packageName() + "." + set.codecName(), writer.printCodec(), marker);
        write(
            set.packageName() + "." + set.codecName() + "Fragments",
            new FragmentWriter(set, ids).print(),
            marker);
      }
    } catch (ModelException e) {
      processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, text(e), e.element());
    }
    return false;
  }

  private static String text(ModelException e) {
    return e.getMessage() == null ? "no schema" : e.getMessage();
  }

  /** In the order of their names, so that two builds print the same sources. */
  private static List<TypeElement> types(Collection<? extends Element> elements) {
    List<TypeElement> types = new ArrayList<>();
    for (Element element : elements) {
      types.add((TypeElement) element);
    }
    types.sort(
        (a, b) -> a.getQualifiedName().toString().compareTo(b.getQualifiedName().toString()));
    return types;
  }

  private SetModel set(TypeElement marker, ModelReader reader) {
    ExiSet annotation = marker.getAnnotation(ExiSet.class);
    TreeMap<QName, SetModel.Root> roots = new TreeMap<>();
    SetCollector collector = new SetCollector(reader);
    AnnotationMirror mirror = mirror(marker);
    for (TypeElement included : ModelReader.classes(mirror, "include")) {
      for (SetModel.Root root : set(included, reader).roots()) {
        roots.put(root.name(), root);
      }
    }
    for (TypeElement root : ModelReader.classes(mirror, "roots")) {
      if (root.getAnnotation(ExiName.class) == null) {
        throw new ModelException(root.getQualifiedName() + " is no root without @ExiName", marker);
      }
      TypeModel type = reader.type(root);
      QName name = reader.name(root);
      roots.put(name, SetModel.Root.of(name, type));
    }
    for (String unused : annotation.unusedRoots()) {
      QName name = QName.parse(unused);
      roots.put(name, SetModel.Root.unused(name));
    }
    roots.values().forEach(collector::root);
    for (String unused : annotation.unusedAttributes()) {
      collector.attributes().add(QName.parse(unused));
    }
    for (TypeElement included : ModelReader.classes(mirror, "include")) {
      collector.attributes().addAll(set(included, reader).attributes());
    }
    for (String lost : annotation.lostElements()) {
      collector.lost(QName.parse(lost));
    }
    return new SetModel(
        processingEnv.getElementUtils().getPackageOf(marker).getQualifiedName().toString(),
        annotation.codec(),
        annotation.label(),
        ModelReader.classes(mirror, "documents").getFirst().getQualifiedName().toString(),
        List.copyOf(roots.values()),
        collector.elements(),
        List.copyOf(collector.attributes()));
  }

  private static AnnotationMirror mirror(TypeElement marker) {
    for (AnnotationMirror mirror : marker.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().toString().equals(ExiSet.class.getName())) {
        return mirror;
      }
    }
    throw new ModelException("no @ExiSet", marker);
  }

  private void write(String name, String text, TypeElement origin) {
    try (Writer writer = processingEnv.getFiler().createSourceFile(name, origin).openWriter()) {
      writer.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + name, e);
    }
  }
}
