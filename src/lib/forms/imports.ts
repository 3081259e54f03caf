import * as v from 'valibot';

const choose = '请选择要导入的文件（xlsx、xls 或 csv）。';

/** A file that is to be imported. */
export const fileField = v.pipe(
  v.instance(File, choose),
  v.check((file) => file.size > 0, choose),
);

export const fileForm = v.object({ file: fileField });

/** A button that carries nothing. */
export const nothingForm = v.object({});

const MOST_COLUMNS = 100;

/** `place<n>` says which column stands at a place of the file; as column → place, the first place counting. */
export const columnsForm = v.pipe(
  v.record(v.string(), v.pipe(v.string(), v.maxLength(40, '请重新选择。'))),
  v.transform((fields) => {
    const places: Record<string, number> = {};
    for (const [name, key] of Object.entries(fields).slice(0, MOST_COLUMNS)) {
      const place = /^place(\d{1,3})$/.exec(name)?.[1];
      if (place === undefined || !/^[a-zA-Z]{1,40}$/.test(key) || Object.hasOwn(places, key)) continue;
      places[key] = Number(place);
    }
    return places;
  }),
);
